package io.firstfill.ledger.notify;

import io.firstfill.contract.value.Severity;
import io.firstfill.service.guard.GuardSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is notified, and how deliveries are tried. */
@ConfigMapping(prefix = "firstfill.notifications")
public interface NotificationSettings {
    /** Targets by environment and name. The environments file states them under {@code notifications}. */
    Map<String, Map<String, Target>> targets();

    /** The pause between two looks for deliveries that are due. */
    @WithDefault("1S")
    Duration interval();

    /** The time limit of one delivery, from the look-up of the name to the status of the answer. */
    @WithDefault("10S")
    Duration timeout();

    /** The circuit breaker of each target. */
    GuardSettings guard();

    /** The pause before the second attempt; each further one is twice as long. */
    @WithDefault("5S")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("15M")
    Duration longestPause();

    /** How long a delivery is tried, and how old a message may be that is still notified. */
    @WithDefault("24H")
    Duration tryFor();

    /** The pause between two quiet repetitions while a condition lasts. */
    @WithDefault("1H")
    Duration repeatAfter();

    /** How long notifications are kept after that. */
    @WithDefault("90D")
    Duration keptFor();

    /** How long after midnight UTC the day before is summed up. */
    @WithDefault("5M")
    Duration summaryDelay();

    /** Whether addresses of this machine may be reached, by http too: for a receiver beside the local stack. */
    @WithDefault("false")
    boolean loopbackAllowed();

    /** The mount of the KV v2 engine. */
    @WithDefault("secret")
    String mount();

    /** How long a secret that was read is used before it is read again. */
    @WithDefault("1M")
    Duration secretFor();

    /** One receiver. Its address and its keys are secrets, and are no settings. */
    interface Target {
        TargetFormat format();

        /** The lowest severity that is delivered. */
        @WithDefault("INFO")
        Severity severity();

        /** The events that are delivered; all where it is left out. */
        Optional<Set<NotificationEvent>> events();

        /** Where the secret is; {@code firstfill/<environment>/notifications/<name>} where it is left out. */
        Optional<String> vaultPath();
    }
}
