package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.Lab;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** US2: what the public channels say, and how the exchange refuses them. */
class PublicStreamTest {

    private static final String TICKER = "spot@public.aggre.bookTicker.v3.api.pb@10ms@";
    private static final String DEALS = "spot@public.aggre.deals.v3.api.pb@10ms@";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lab lab = new Lab();
    private final StreamClient client = new StreamClient(lab, "");

    @AfterEach
    void stop() {
        client.close();
        lab.close();
    }

    @Test
    void answersPingAndNamesTheChannelOfASubscription() {
        String pong = client.ask("{\"method\":\"PING\"}");
        String subscribed = client.ask("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + TICKER + "MXUSDT\"]}");

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
    void refusesInWordsWithTheCodeOfSuccess(String channel) {
        String answer = client.ask("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + channel + "\"]}");

        assertThat(answer)
                .isEqualTo("{\"id\":0,\"code\":0,\"msg\":\"Not Subscribed successfully! [" + channel
                        + "].  Reason： Blocked! \"}");
    }

    @Test
    void isSilentBeforeTheOpeningAndShowsTheBookFromThenOn() {
        lab.list("NEW", Instant.now().plusSeconds(3600), "");
        assertThat(client.subscribe(TICKER + "NEWUSDT")).isEqualTo(TICKER + "NEWUSDT");
        Body early = client.pushWithin(Duration.ofMillis(100));

        lab.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");

        Body push = client.nextPush();
        JsonNode depth = lab.get("/api/v3/depth?symbol=NEWUSDT&limit=1").body();
        assertThat(early).isNull();
        assertThat(push.text(1)).isEqualTo(TICKER + "NEWUSDT");
        assertThat(push.text(3)).isEqualTo("NEWUSDT");
        assertThat(push.number(6)).isCloseTo(System.currentTimeMillis(), Offset.offset(5000L));
        assertThat(push.message(315).text(1)).isEqualTo(depth.at("/bids/0/0").asText());
        assertThat(push.message(315).text(2)).isEqualTo(depth.at("/bids/0/1").asText());
        assertThat(push.message(315).text(3)).isEqualTo(depth.at("/asks/0/0").asText());
        assertThat(push.message(315).text(4)).isEqualTo(depth.at("/asks/0/1").asText());
    }

    @Test
    void mayBlockASymbolUntilItIsOpen() {
        lab.control("PATCH", "/behaviour", "{\"subscribeBeforeOpen\":\"BLOCKED\"}");
        lab.list("NEW", Instant.now().plusSeconds(3600), "");

        String early = client.subscribe(TICKER + "NEWUSDT");
        lab.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");
        String late = client.subscribe(TICKER + "NEWUSDT");

        assertThat(early).contains("Reason： Blocked! ");
        assertThat(late).isEqualTo(TICKER + "NEWUSDT");
    }

    @Test
    void pushesTheDealsSinceTheSubscriptionAndNoneAfterItsEnd() {
        lab.buyMarket("MXUSDT", "50", "before");
        client.subscribe(DEALS + "MXUSDT");

        lab.buyMarket("MXUSDT", "30", "during");

        Body push = client.nextPush();
        JsonNode fill = lab.truth("/fills").path(1);
        assertThat(push.message(314).text(2)).isEqualTo("spot@public.aggre.deals.v3.api.pb@10ms");
        assertThat(push.message(314).messages(1)).hasSize(1);
        Body deal = push.message(314).message(1);
        assertThat(deal.text(1)).isEqualTo(fill.path("price").asText());
        assertThat(deal.text(2)).isEqualTo(fill.path("quantity").asText());
        assertThat(deal.number(3)).isEqualTo(1);
        assertThat(deal.number(4)).isEqualTo(fill.path("timeMillis").asLong());

        client.ask("{\"method\":\"UNSUBSCRIPTION\",\"params\":[\"" + DEALS + "MXUSDT\"]}");
        lab.buyMarket("MXUSDT", "30", "after");
        assertThat(client.pushWithin(Duration.ofMillis(200))).isNull();
    }

    @Test
    void showsOnlyOpenPairsAmongTheMiniTickers() {
        lab.list("NEW", Instant.now().plusSeconds(3600), "");

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
        assertThat(lab.truth("/streams").path(0).path("channels")).hasSize(30);
    }

    @Test
    void closesASocketThatTalksTooMuch() {
        lab.control("PATCH", "/behaviour", "{\"socketMessagesPerSecond\":3}");

        for (int i = 0; i < 4; i++) {
            client.say("{\"method\":\"PING\"}");
        }

        Lab.await(PATIENCE, client::isClosed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketLifeMillis", "socketIdleMillis"})
    void closesASocketThatLivedOrIdledTooLong(String limit) {
        lab.control("PATCH", "/behaviour", "{\"makerIntervalMillis\":60000}");
        client.subscribe(DEALS + "MXUSDT");

        lab.control("PATCH", "/behaviour", "{\"" + limit + "\":200}");

        Lab.await(PATIENCE, client::isClosed);
    }

    @Test
    void closesASocketThatSubscribesToNothing() {
        lab.control("PATCH", "/behaviour", "{\"socketBareMillis\":200}");

        Lab.await(PATIENCE, client::isClosed);
    }
}
