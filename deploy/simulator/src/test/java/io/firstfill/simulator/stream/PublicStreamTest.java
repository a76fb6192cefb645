package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.ManualClock;
import io.firstfill.simulator.RunningSimulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves pushes, limits and refusals of the public channels (user story 2). */
class PublicStreamTest {

    private static final String TICKER = "spot@public.aggre.bookTicker.v3.api.pb@10ms@";
    private static final String DEALS = "spot@public.aggre.deals.v3.api.pb@10ms@";

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);
    private final StreamClient client = new StreamClient(simulator, "");

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void answersPingAndNamesTheChannelOfASubscription() {
        String pong = client.request("{\"method\":\"PING\"}");
        String subscribed = client.request("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + TICKER + "MXUSDT\"]}");

        assertThat(pong).isEqualTo("{\"id\":0,\"code\":0,\"msg\":\"PONG\"}");
        assertThat(subscribed).isEqualTo("{\"id\":0,\"code\":0,\"msg\":\"" + TICKER + "MXUSDT\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot@public.miniTicker.v3.api@BTCUSDT@UTC+0",
                "spot@public.aggre.deals.v3.api.pb@BTCUSDT",
                "spot@public.aggre.deals.v3.api.pb@50ms@BTCUSDT",
                "spot@public.aggre.deals.v3.api.pb@100ms@btcusdt",
                "spot@public.aggre.deals.v3.api.pb@100ms@NOBODYUSDT",
                "spot@private.orders.v3.api.pb"
            })
    void refusesByTheTextOfTheAnswerWithTheCodeOfSuccess(String channel) {
        String answer = client.request("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + channel + "\"]}");

        assertThat(answer)
                .isEqualTo("{\"id\":0,\"code\":0,\"msg\":\"Not Subscribed successfully! [" + channel
                        + "].  Reason： Blocked! \"}");
    }

    @Test
    void pushesNothingBeforeTheOpeningAndTheBookFromThenOn() {
        simulator.list("NEW", clock.instant().plusSeconds(3600), "");
        assertThat(client.subscribe(TICKER + "NEWUSDT")).isEqualTo(TICKER + "NEWUSDT");
        clock.advance(INTERVAL);
        Body early = client.pushWithin(SILENCE);

        simulator.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");
        clock.advance(INTERVAL);

        Body push = client.nextPush();
        JsonNode depth = simulator.get("/api/v3/depth?symbol=NEWUSDT&limit=1").body();
        assertThat(early).isNull();
        assertThat(push.text(1)).isEqualTo(TICKER + "NEWUSDT");
        assertThat(push.text(3)).isEqualTo("NEWUSDT");
        assertThat(push.number(6)).isEqualTo(simulator.millis());
        assertThat(push.message(315).text(1)).isEqualTo(depth.at("/bids/0/0").asText());
        assertThat(push.message(315).text(2)).isEqualTo(depth.at("/bids/0/1").asText());
        assertThat(push.message(315).text(3)).isEqualTo(depth.at("/asks/0/0").asText());
        assertThat(push.message(315).text(4)).isEqualTo(depth.at("/asks/0/1").asText());
    }

    @Test
    void mayBlockASymbolUntilItIsOpen() {
        simulator.control("PATCH", "/behaviour", "{\"subscribeBeforeOpen\":\"BLOCKED\"}");
        simulator.list("NEW", clock.instant().plusSeconds(3600), "");

        String early = client.subscribe(TICKER + "NEWUSDT");
        simulator.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");
        String late = client.subscribe(TICKER + "NEWUSDT");

        assertThat(early).contains("Reason： Blocked! ");
        assertThat(late).isEqualTo(TICKER + "NEWUSDT");
    }

    @Test
    void pushesTheDealsSinceTheSubscriptionAndNoneAfterItsEnd() {
        simulator.buyMarket("MXUSDT", "50", "before");
        client.subscribe(DEALS + "MXUSDT");

        simulator.buyMarket("MXUSDT", "30", "during");
        clock.advance(INTERVAL);

        Body push = client.nextPush();
        JsonNode fill = simulator.state("/fills").path(1);
        assertThat(push.message(314).text(2)).isEqualTo("spot@public.aggre.deals.v3.api.pb@10ms");
        assertThat(push.message(314).messages(1)).hasSize(1);
        Body deal = push.message(314).message(1);
        assertThat(deal.text(1)).isEqualTo(fill.path("price").asText());
        assertThat(deal.text(2)).isEqualTo(fill.path("quantity").asText());
        assertThat(deal.number(3)).isEqualTo(1);
        assertThat(deal.number(4)).isEqualTo(fill.path("timeMillis").asLong());

        client.request("{\"method\":\"UNSUBSCRIPTION\",\"params\":[\"" + DEALS + "MXUSDT\"]}");
        simulator.buyMarket("MXUSDT", "30", "after");
        clock.advance(INTERVAL);
        assertThat(client.pushWithin(SILENCE)).isNull();
    }

    @Test
    void showsOnlyOpenPairsAmongTheMiniTickers() {
        simulator.list("NEW", clock.instant().plusSeconds(3600), "");

        client.subscribe("spot@public.miniTickers.v3.api.pb@UTC+8");

        List<Body> rows = client.nextPush().message(310).messages(1);
        assertThat(rows)
                .extracting(row -> row.text(1))
                .contains("MXUSDT", "GLIMUSDT")
                .doesNotContain("NEWUSDT");
        assertThat(rows).extracting(row -> row.text(2)).doesNotContain("");
    }

    @Test
    void takesAtMostThirtySubscriptions() {
        for (String symbol : List.of("BTCUSDT", "ETHUSDT", "MXUSDT", "SOLUSDT", "MXUSDC", "GLIMUSDT", "TARNUSDT")) {
            for (String interval : List.of("10ms", "100ms")) {
                client.subscribe("spot@public.aggre.deals.v3.api.pb@" + interval + "@" + symbol);
                client.subscribe("spot@public.aggre.bookTicker.v3.api.pb@" + interval + "@" + symbol);
            }
        }
        client.subscribe(DEALS + "OKRAUSDT");
        String thirtieth = client.subscribe(TICKER + "OKRAUSDT");

        String oneMore = client.subscribe("spot@public.miniTickers.v3.api.pb@24H");

        assertThat(thirtieth).isEqualTo(TICKER + "OKRAUSDT");
        assertThat(oneMore).contains("Not Subscribed successfully!");
        assertThat(simulator.state("/streams").path(0).path("channels")).hasSize(30);
    }

    @Test
    void closesASocketWithMoreMessagesInASecondThanAllowed() {
        simulator.control("PATCH", "/behaviour", "{\"socketMessagesPerSecond\":3}");

        for (int i = 0; i < 4; i++) {
            client.send("{\"method\":\"PING\"}");
        }

        RunningSimulator.await(client::isClosed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketLifeMillis", "socketIdleMillis"})
    void closesASocketThatIsTooOldOrIdleForTooLong(String limit) {
        simulator.control("PATCH", "/behaviour", "{\"makerIntervalMillis\":60000}");
        client.subscribe(DEALS + "MXUSDT");

        simulator.control("PATCH", "/behaviour", "{\"" + limit + "\":200}");

        clock.advance(Duration.ofMillis(200));

        RunningSimulator.await(client::isClosed);
    }

    @Test
    void closesASocketWithoutSubscriptions() {
        simulator.control("PATCH", "/behaviour", "{\"socketBareMillis\":200}");

        clock.advance(Duration.ofMillis(200));

        RunningSimulator.await(client::isClosed);
    }
}
