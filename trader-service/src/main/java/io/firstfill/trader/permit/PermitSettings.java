package io.firstfill.trader.permit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of permits: the time before their end in which they are not used any more. */
@ConfigMapping(prefix = "firstfill.trader.permit")
public interface PermitSettings {
    /** An unspent permit nearer to its expiry than this is returned. */
    @WithDefault("PT2M")
    Duration margin();

    /** The time by which a permit must outlast the last request it pays for. */
    @WithDefault("PT5S")
    Duration reserve();
}
