package io.firstfill.ledger.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "firstfill.tracing")
public interface TracingSettings {
    /** The base address of an OpenTelemetry collector that takes OTLP over HTTP; without it nothing is made or sent. */
    Optional<URI> endpoint();

    /** How long a request to the collector may take. */
    @WithDefault("5S")
    Duration timeout();

    /** Batches that wait for the collector; what comes beyond them is dropped and counted. */
    @WithDefault("100")
    int waiting();
}
