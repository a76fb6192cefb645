package io.firstfill.acceptance;

import io.firstfill.local.config.StackOptions;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the stack for the scenarios, on ports and a state directory of its own, and closes it after the last of them.
 * One stack runs at a time in a process: a class that needs other environments or instances than the class before gets a stack of
 * its own.
 * Injects the stack as a parameter of type {@code Stack}.
 */
final class RunningStack implements BeforeAllCallback, ParameterResolver {
    /** The scenarios run in several processes, each with a stack of its own: the number of this one, from 1. */
    private static final int PROCESS = Integer.getInteger("firstfill.acceptance.process", 1);

    private static final int PORTS_OF_A_PROCESS = 1_000;
    /** The gateway's port; every other one lies at its distance. Two builds on one machine need two. */
    private static final int PORT =
            Integer.getInteger("firstfill.acceptance.port", 18080) + PORTS_OF_A_PROCESS * (PROCESS - 1);

    /** The stack that runs, if any. */
    private static final class CurrentStack implements AutoCloseable {
        private @Nullable Stack stack;
        private int instances;

        Stack with(List<String> environments, int wanted) {
            Stack running = stack;
            if (running != null && running.environments().equals(environments) && instances == wanted) {
                return running;
            }
            close();
            Stack started = start(environments, wanted);
            stack = started;
            instances = wanted;
            return started;
        }

        @Override
        public void close() {
            if (stack != null) {
                stack.close();
                stack = null;
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        runningStack(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return runningStack(context);
    }

    private static Stack runningStack(ExtensionContext context) {
        StackEnvironments named = context.getRequiredTestClass().getAnnotation(StackEnvironments.class);
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .getOrComputeIfAbsent(CurrentStack.class, ignored -> new CurrentStack(), CurrentStack.class)
                .with(named == null ? List.of("paper") : List.of(named.value()), named == null ? 1 : named.instances());
    }

    @SuppressWarnings("SystemOut") // shows the progress of the start, which takes a minute
    private static Stack start(List<String> environments, int instances) {
        StackOptions options = StackOptions.defaults(Path.of("..", ".."))
                .withState(Path.of("target", "stack-" + PROCESS + "-" + String.join("-", environments)))
                .withPort(PORT)
                .withEnvironments(environments)
                .withInstances(instances)
                .withFreshState()
                .withoutDemo();
        return Stack.start(options, Progress.on(System.out));
    }
}
