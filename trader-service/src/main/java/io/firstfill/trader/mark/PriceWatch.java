package io.firstfill.trader.mark;

import io.firstfill.contract.value.Pair;
import io.firstfill.trader.exit.Quote;
import io.firstfill.trader.loop.EventLoop;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiConsumer;

/** Keeps the last reading of each pair that is held, and passes every reading on. Confined to the event loop. */
public final class PriceWatch {
    private final Quotes quotes;
    private final EventLoop loop;
    private final MarkSettings settings;
    private final BiConsumer<Pair, Quote> read;
    private final Map<Pair, Quote> last = new HashMap<>();
    private SequencedSet<Pair> held = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());
    private Instant askedAt = Instant.MIN;
    private long question;
    private boolean asking;

    /** @param read gets every reading that is newer than the one before, on the event loop */
    public PriceWatch(Quotes quotes, EventLoop loop, MarkSettings settings, BiConsumer<Pair, Quote> read) {
        this.quotes = quotes;
        this.loop = loop;
        this.settings = settings;
        this.read = read;
    }

    /** Watches the prices of these pairs, and of no others; the first are pushed where there is no room for all. */
    public void hold(List<Pair> pairs) {
        SequencedSet<Pair> wanted = new LinkedHashSet<>(pairs);
        if (!List.copyOf(wanted).equals(List.copyOf(held))) {
            held = Collections.unmodifiableSequencedSet(wanted);
            last.keySet().retainAll(held);
            quotes.follow(held, (pair, quote) -> loop.execute(() -> learned(pair, quote)));
        }
        check();
    }

    /** The last reading; empty for a pair that is not held or was not read. */
    public Optional<Quote> quote(Pair pair) {
        return Optional.ofNullable(last.get(pair));
    }

    /** Asks for prices that are due; to be called a few times a second. */
    public void check() {
        Instant now = loop.now();
        boolean given = asking && askedAt.plus(settings.fresh()).isAfter(now);
        boolean isDue = askedAt.equals(Instant.MIN)
                || !askedAt.plus(settings.pollInterval()).isAfter(now);
        if (!given && isDue && held.stream().anyMatch(pair -> isOld(pair, now))) {
            ask(now);
        }
    }

    private boolean isOld(Pair pair, Instant now) {
        return quote(pair)
                .filter(known -> known.seenAt().plus(settings.pollInterval()).isAfter(now))
                .isEmpty();
    }

    private void ask(Instant now) {
        askedAt = now;
        asking = true;
        long asked = ++question;
        quotes.ask(held)
                .onFailure()
                .recoverWithItem(Map.of())
                .subscribe()
                .with(answer -> loop.execute(() -> answered(asked, answer)));
    }

    private void answered(long asked, Map<Pair, Quote> answer) {
        asking = asking && asked != question;
        answer.forEach(this::learned);
    }

    /** A reading that another one has overtaken, or of a pair that is not held any more, is dropped. */
    private void learned(Pair pair, Quote quote) {
        Quote before = last.get(pair);
        if (held.contains(pair) && (before == null || quote.seenAt().isAfter(before.seenAt()))) {
            last.put(pair, quote);
            read.accept(pair, quote);
        }
    }
}
