package io.firstfill.local;

/** What happens on the running stack before it is left to its user. */
@FunctionalInterface
public interface Demo {
    void run(Stack stack, Progress progress);
}
