package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.PollResult;
import java.time.Instant;
import java.util.Collection;

/** Made-up answers of the exchange for the warm-up, read by the code that reads real ones. */
public interface WarmUpResponses {
    PollResult defaultSymbols(Collection<String> symbols, Instant at);

    PollResult prices(Collection<String> symbols, Instant at);

    /** An answer of exchangeInfo with pairs against USDT, all of them trading. */
    PollResult market(Collection<String> bases, Instant at);
}
