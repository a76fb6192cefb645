package io.firstfill.trader.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.exit.Quote;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.VirtualTime;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Proves that held pairs are asked for where no push came lately, as often as settings allow, in one question. */
class PriceWatchTest {
    private static final Pair NEWT = Pair.of("NEWT/USDT");
    private static final Pair PEPE = Pair.of("PEPE/USDT");

    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.newLoop();
    private final Exchange exchange = new Exchange();
    private final List<String> read = new ArrayList<>();
    private final PriceWatch watch =
            new PriceWatch(exchange, loop, new FixedMarkSettings(), (pair, quote) -> read.add(pair + " " + quote.bid()));

    @Test
    void nothingIsAskedWhileNothingIsHeld() {
        pass(Duration.ofSeconds(10));

        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void heldPairsAreAskedForInOneQuestionAtEachInterval() {
        exchange.books.put(NEWT, "1");
        exchange.books.put(PEPE, "2");
        watch.hold(List.of(NEWT, PEPE));
        pass(Duration.ofSeconds(4));

        assertThat(exchange.asked).containsExactly(at(0), at(2_000), at(4_000));
        assertThat(read).startsWith("NEWT/USDT 1", "PEPE/USDT 2").hasSize(6);
        assertThat(watch.quote(NEWT)).contains(new Quote(Price.of("1"), null, at(4_000)));
    }

    @Test
    void aPairThatIsPushedIsNotAskedForAndAQuietOneIs() {
        watch.hold(List.of(NEWT));
        for (int i = 0; i < 10; i++) {
            exchange.push(NEWT, "1");
            pass(Duration.ofSeconds(1));
        }
        int asked = exchange.asked.size();
        pass(Duration.ofSeconds(3));

        assertThat(asked).isEqualTo(1);
        assertThat(exchange.asked).hasSizeGreaterThan(asked);
    }

    @Test
    void anAnswerThatAPushHasOvertakenIsDropped() {
        exchange.delay = Duration.ofMillis(500);
        exchange.books.put(NEWT, "9");
        watch.hold(List.of(NEWT));
        time.advance(Duration.ofMillis(200));
        exchange.push(NEWT, "1");
        time.advance(Duration.ofSeconds(1));

        assertThat(read).containsExactly("NEWT/USDT 1");
    }

    @Test
    void aQuestionThatIsNotAnsweredIsAskedAgainAndNoneBesideIt() {
        exchange.delay = Duration.ofDays(1);
        watch.hold(List.of(NEWT));
        pass(Duration.ofSeconds(9));

        assertThat(exchange.asked).containsExactly(at(0), at(5_000));
    }

    @Test
    void aPairThatIsNotHeldAnyMoreIsForgotten() {
        watch.hold(List.of(NEWT));
        exchange.push(NEWT, "1");
        time.runDue();
        BiConsumer<Pair, Quote> late = exchange.listener;
        watch.hold(List.of());
        late.accept(NEWT, new Quote(Price.of("2"), null, at(100)));
        time.runDue();

        assertThat(watch.quote(NEWT)).isEmpty();
        assertThat(read).containsExactly("NEWT/USDT 1");
        assertThat(exchange.followed).isEmpty();
    }

    private void pass(Duration duration) {
        for (long passed = 0; passed < duration.toMillis(); passed += 250) {
            time.advance(Duration.ofMillis(250));
            watch.check();
            time.runDue();
        }
    }

    private static Instant at(long millis) {
        return VirtualTime.START.plusMillis(millis);
    }

    /** An exchange whose books the test sets, and which answers after a delay. */
    private final class Exchange implements Quotes {
        private final Map<Pair, String> books = new LinkedHashMap<>();
        private final List<Instant> asked = new ArrayList<>();
        private Duration delay = Duration.ZERO;
        private List<Pair> followed = List.of();
        private BiConsumer<Pair, Quote> listener = (pair, quote) -> {};

        @Override
        public void follow(SequencedSet<Pair> pairs, BiConsumer<Pair, Quote> listener) {
            followed = List.copyOf(pairs);
            this.listener = listener;
        }

        @Override
        public Uni<Map<Pair, Quote>> ask(SequencedSet<Pair> pairs) {
            Instant askedAt = loop.now();
            asked.add(askedAt);
            return time.after(delay).map(done -> {
                Map<Pair, Quote> answer = new LinkedHashMap<>();
                books.forEach((pair, bid) -> answer.put(pair, new Quote(Price.of(bid), null, askedAt)));
                return answer;
            });
        }

        void push(Pair pair, String bid) {
            listener.accept(pair, new Quote(Price.of(bid), null, loop.now()));
        }
    }
}
