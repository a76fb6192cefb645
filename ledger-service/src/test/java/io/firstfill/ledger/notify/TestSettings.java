package io.firstfill.ledger.notify;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of notifications as a deployment that states only these has them. */
public final class TestSettings {
    private TestSettings() {}

    public static NotificationSettings with(Map<String, String> stated) {
        return new SmallRyeConfigBuilder()
                .withMapping(NotificationSettings.class)
                .withConverter(Duration.class, 100, TestSettings::duration)
                .withDefaultValues(stated)
                .build()
                .getConfigMapping(NotificationSettings.class);
    }

    /** As Quarkus reads durations. */
    private static Duration duration(String text) {
        return new DurationConverter().convert(text);
    }
}
