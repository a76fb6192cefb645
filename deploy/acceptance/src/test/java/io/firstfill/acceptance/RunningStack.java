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

/**
 * Starts the stack once for all scenarios, on ports and a state directory of its own, and closes it after the last of
 * them. Injects it as a parameter of type {@code Stack}.
 */
final class RunningStack implements BeforeAllCallback, ParameterResolver {
    private static final int PORT = 18080;

    private record StoredStack(Stack stack) implements AutoCloseable {
        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stored(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stored(context).stack();
    }

    private static StoredStack stored(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .getOrComputeIfAbsent(StoredStack.class, ignored -> new StoredStack(start()), StoredStack.class);
    }

    @SuppressWarnings("SystemOut") // shows the progress of the start, which takes a minute
    private static Stack start() {
        StackOptions options = StackOptions.defaults(Path.of("..", ".."))
                .withState(Path.of("target", "stack"))
                .withPort(PORT)
                .withFreshState()
                .withoutDemo();
        return Stack.start(options, Progress.on(System.out));
    }
}
