package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.PollResult;
import java.time.Instant;
import java.util.Collection;

/** Answers for a rehearsal, read as the exchange's own are. */
public interface WarmUpResponses {
    PollResult defaultSymbols(Collection<String> symbols, Instant at);

    PollResult prices(Collection<String> symbols, Instant at);

    /** Pairs against USDT, all of them trading. */
    PollResult market(Collection<String> bases, Instant at);
}
