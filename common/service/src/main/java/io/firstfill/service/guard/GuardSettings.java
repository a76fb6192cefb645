package io.firstfill.service.guard;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the calls to one peer; a feature's settings contain them as a group. */
public interface GuardSettings {
    /** The number of calls that may be under way at the same time; the next ones wait. */
    @WithDefault("8")
    int concurrent();

    /** The number of calls that may wait for one under way to end; one more fails at once. */
    @WithDefault("200")
    int waiting();

    /** The number of latest calls by which the circuit breaker judges the peer. */
    @WithDefault("5")
    int calls();

    /** The number of failures among these calls that opens the circuit breaker; at most {@link #calls}. */
    @WithDefault("4")
    int failures();

    /** How long an open circuit breaker lets no call through; the next one after that decides whether it closes. */
    @WithDefault("PT5S")
    Duration openFor();
}
