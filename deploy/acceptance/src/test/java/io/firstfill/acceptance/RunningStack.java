package io.firstfill.acceptance;

import io.firstfill.local.config.StackOptions;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole system, started once for all scenarios on ports and a state of its own, and ended with the last of them. */
final class RunningStack implements BeforeAllCallback, ParameterResolver {
    private static final int PORT = 18080;

    private record Held(Stack stack) implements AutoCloseable {
        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        held(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return held(context).stack();
    }

    private static Held held(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .getOrComputeIfAbsent(Held.class, ignored -> new Held(start()), Held.class);
    }

    @SuppressWarnings("SystemOut") // a stack takes its time to start: whoever waits for the tests sees it come up
    private static Stack start() {
        StackOptions options = StackOptions.defaults(Path.of("..", ".."))
                .withState(Path.of("target", "stack"))
                .withPort(PORT)
                .withFreshState()
                .withoutDemo();
        return Stack.start(options, Progress.on(System.out));
    }
}
