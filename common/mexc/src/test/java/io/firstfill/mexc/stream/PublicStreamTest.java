package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.stream.Push.BookPush;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A public stream pushes the book tickers of exactly the pairs that are subscribed to. */
class PublicStreamTest {

    private static final StreamChannel NEWT = StreamChannel.bookTicker(SimulatedAccount.SYMBOL);
    private static final StreamChannel UNKNOWN = StreamChannel.bookTicker(new MexcSymbol("NOTYETUSDT"));

    private final SimulatedAccount exchange = new SimulatedAccount();
    private final RecordingListener events = new RecordingListener();
    private final StreamSession session = StreamSession.open(
            exchange.vertx,
            exchange.settings(Duration.ofHours(23), Duration.ofMinutes(30)),
            events,
            InstantSource.system(),
            new Random(1));

    @AfterEach
    void close() {
        session.close();
        exchange.close();
    }

    @Test
    void theBestOfferOfAPairIsPushed() {
        session.listenTo(Set.of(NEWT));

        eventually().until(() -> !events.bodies(BookPush.class).isEmpty());
        assertThat(events.pushes.getFirst().symbol()).isEqualTo(SimulatedAccount.SYMBOL);
        assertThat(events.bodies(BookPush.class).getFirst().askPrice()).isPositive();
    }

    @Test
    void aPairTheExchangeDoesNotKnowYetDoesNotBlockTheOthers() {
        session.listenTo(Set.of(NEWT, UNKNOWN));

        eventually().until(() -> events.refusals.size() >= 2);
        eventually().until(() -> !events.bodies(BookPush.class).isEmpty());
        assertThat(events.refusals.getFirst()).contains("Blocked!").contains("NOTYETUSDT");
    }

    @Test
    void channelsAreReplacedAndWithoutAChannelThereIsNoSocket() {
        exchange.control("POST", "/listings", """
                {"base":"NEXT","openAt":"2020-01-01T00:00:00Z","referencePrice":"0.5"}""");
        StreamChannel next = StreamChannel.bookTicker(new MexcSymbol("NEXTUSDT"));
        session.listenTo(Set.of(NEWT));
        eventually().until(() -> session.state() instanceof StreamState.Live);

        session.listenTo(Set.of(next));

        eventually()
                .until(() -> exchange.sockets().size() == 1
                        && exchange.sockets().get(0).get("channels").size() == 1
                        && exchange.sockets()
                                .get(0)
                                .get("channels")
                                .get(0)
                                .asText()
                                .equals(next.name()));
        session.listenTo(Set.of());
        eventually().until(() -> exchange.sockets().isEmpty());
        assertThat(session.state()).isEqualTo(new StreamState.Closed());
    }

    @Test
    void moreChannelsThanASocketCarriesAreRefused() {
        Set<StreamChannel> many = IntStream.rangeClosed(0, 30)
                .mapToObj(i -> StreamChannel.bookTicker(new MexcSymbol("N" + i + "USDT")))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> session.listenTo(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 30");
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }
}
