package io.firstfill.scanner.mexc;

import io.smallrye.config.ConfigMapping;

/** The flags of a complete row of the website's list: one author's reading, unconfirmed. */
@ConfigMapping(prefix = "firstfill.scanner.web-ready")
public interface WebFlagSettings {
    /** {@code sts}. */
    int status();

    /** {@code st}. */
    int spotState();

    /** {@code tt}. */
    int tradingType();
}
