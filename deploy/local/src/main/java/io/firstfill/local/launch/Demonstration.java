package io.firstfill.local.launch;

/** Runs on the stack once it is ready, before {@code deploy/up} waits for the user to stop it. */
@FunctionalInterface
public interface Demonstration {
    /** @return ends what the demonstration does in the background; called before the stack is stopped */
    Runnable run(Stack stack, Progress progress);
}
