package io.firstfill.local;

/** What happens on the running stack before it is left to its user. */
@FunctionalInterface
public interface Demo {
    /** @return ends what goes on in the background; closed before the stack is stopped */
    Runnable run(Stack stack, Progress progress);
}
