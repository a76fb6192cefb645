package io.firstfill.trader.permit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When permits are too near their end to be used. */
@ConfigMapping(prefix = "firstfill.trader.permit")
public interface PermitSettings {
    /** An unspent permit nearer to its expiry than this is returned. */
    @WithDefault("PT2M")
    Duration margin();

    /** How long a permit must outlast the last request it pays for. */
    @WithDefault("PT5S")
    Duration reserve();
}
