package io.firstfill.scanner.quote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which pairs are subscribed to, where the environment has a {@code ws-uri}. */
@ConfigMapping(prefix = "firstfill.book-ticker")
public interface QuoteSettings {
    /**
     * The time before its announced opening from which a pair is subscribed to; a refused subscription is repeated
     * every second.
     */
    @WithDefault("PT20S")
    Duration lead();

    /** The time after its announced opening for which a pair that has not opened stays subscribed. */
    @WithDefault("PT2M")
    Duration linger();

    /**
     * The time after its opening was seen for which a pair is subscribed to, where there is room, so that its first
     * prices are recorded. The exchange pushes up to a hundred times a second.
     */
    @WithDefault("PT1M")
    Duration opened();

    /** The most pairs at once; the exchange allows 30 on a socket. */
    @WithDefault("30")
    int pairs();
}
