package io.firstfill.trader.mark;

import io.firstfill.contract.value.Pair;
import io.firstfill.trader.exit.Quote;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;

/** The exchange's best prices of some pairs. From any thread. */
public interface Quotes {
    /**
     * Pushes the books of these pairs from now on, and of no others; the first ones where there is no room for all.
     * Does nothing for an environment without a stream.
     *
     * @param listener called on a thread of the stream; must not block
     */
    void follow(SequencedSet<Pair> pairs, BiConsumer<Pair, Quote> listener);

    /**
     * Asks once for all of these pairs. A pair that is not listed, or of which the answer is odd, is left out; all are
     * when nothing was answered or there is no room in the request budget.
     */
    Uni<Map<Pair, Quote>> ask(SequencedSet<Pair> pairs);
}
