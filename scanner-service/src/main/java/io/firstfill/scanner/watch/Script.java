package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.Look;
import java.time.Instant;
import java.util.Collection;

/** Answers for a rehearsal, read as the exchange's own are. */
public interface Script {
    Look defaultSymbols(Collection<String> symbols, Instant at);

    Look prices(Collection<String> symbols, Instant at);

    /** Pairs against USDT, all of them trading. */
    Look market(Collection<String> bases, Instant at);
}
