package io.firstfill.control;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Control's settings with their defaults, for tests without a service. */
public final class Settings {
    private Settings() {}

    public static ControlSettings standard() {
        return new SmallRyeConfigBuilder()
                .withMapping(ControlSettings.class)
                .build()
                .getConfigMapping(ControlSettings.class);
    }
}
