package io.firstfill.service.egress;

import io.vertx.core.net.TrustOptions;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are accepted from the exchange: those of the TLS configuration named {@code exchange}, set by
 * {@code quarkus.tls.exchange.trust-store.pem.certs}, or without it those that the JDK accepts. The setting names the
 * only authorities: the JDK's are not accepted beside them.
 *
 * @param options null for the JDK's own
 */
public record ExchangeTrust(@Nullable TrustOptions options) {
    /** The name of the TLS configuration. */
    public static final String NAME = "exchange";

    public static final ExchangeTrust OF_THE_JDK = new ExchangeTrust(null);
}
