package io.firstfill.contract.value;

import io.firstfill.contract.level.Since;

/** A source in which a listing was seen. Sources are evidence for one listing, never separate signals. */
public enum ListingSource {
    /** The web calendar of new coins. */
    CALENDAR,
    /** A symbol in exchangeInfo, with its opening time where it has one. */
    EXCHANGE_INFO,
    /** The list of symbols open to API trading. */
    DEFAULT_SYMBOLS,
    /** The price of all symbols. */
    TICKER_PRICE,
    /** The web list of pairs: a hint only. */
    SYMBOLS_V2,
    /** The best bid and ask, REST or stream. */
    BOOK_TICKER,
    /** A person's announcement. */
    @Since(value = 3, instead = "CALENDAR")
    OPERATOR
}
