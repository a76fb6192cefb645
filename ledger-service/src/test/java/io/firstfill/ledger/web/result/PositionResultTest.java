package io.firstfill.ledger.web.result;

import static io.firstfill.ledger.web.result.PositionMessages.in;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves what the API says of a position that is sold in parts, of its exits and of its sells. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class PositionResultTest {
    private static final String API = "/api/ledger/v1/";
    private static final Instant AT = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();
    private final PositionMessages position = new PositionMessages(fixture, "NEWT");

    @Test
    void aPositionThatIsPartlySoldHasARealisedAndAnUnrealisedResult() {
        ExitTriggered exit = sellHalf();

        RecordsOnTopics.publish(position.marked(AT.plusSeconds(60), "0.3"));
        JsonPath marked = marked();

        assertThat(marked.getString("sold")).isEqualTo("50");
        assertThat(marked.getString("proceeds")).isEqualTo("12");
        assertThat(marked.getString("fees"))
                .as("0.1 of 20 in the base asset, and 0.5")
                .isEqualTo("0.52");
        assertThat(marked.getString("realised"))
                .as("12 less half of 20, and fees")
                .isEqualTo("1.48");
        assertThat(marked.getString("leftCost")).isEqualTo("9.98");
        assertThat(marked.getString("unrealised")).as("49.9 at 0.3").isEqualTo("4.99");
        assertThat(marked.getString("receivedOverTrigger")).as("12 for 12.5").isEqualTo("-0.5");
        assertThat(marked.getString("nextTriggers[0].cause")).isEqualTo("STOP_LOSS");
        assertThat(given().get(API + "exits/" + exit.meta().id()).jsonPath().getString("receivedOverTrigger"))
                .isEqualTo("-0.040000");
    }

    @Test
    void whatIsLeftOfAnEndedPositionIsWrittenOffUnlessItWasMoved() {
        sellHalf();
        PositionMessages moved = new PositionMessages(fixture, "MOVED");
        fixture.record(
                position.closed(AT.plusSeconds(90), "11.5", PositionEnd.DUST, "49.9"),
                moved.opened(AT, "10", "5"),
                moved.closed(AT.plusSeconds(90), "0", PositionEnd.MOVED_ELSEWHERE, "10"));

        JsonPath dust = get("positions/" + position.id);
        assertThat(dust.getString("status")).isEqualTo("CLOSED");
        assertThat(dust.getString("reason")).isEqualTo("DUST");
        assertThat(dust.getString("left")).isEqualTo("49.9");
        assertThat(dust.getString("realised")).as("12 less 20 and 0.5").isEqualTo("-8.5");
        assertThat(dust.getString("unrealised")).isEqualTo("0");
        assertThat(get("positions/" + moved.id).getString("realised")).isEqualTo("0");
        JsonPath result = get("result?by=run&environment=" + fixture.environment);
        assertThat(result.getList("items")).hasSize(1);
        assertThat(result.getString("items[0].realised")).isEqualTo("-8.5");
        assertThat(result.getLong("items[0].positions")).isEqualTo(2);
    }

    @Test
    void aSellHasTheTimeOfEachHop() {
        ExitTriggered exit = sellHalf();

        JsonPath sell = get("sells/" + position.order(exit, 1));

        assertThat(sell.getString("status")).isEqualTo("FILLED");
        assertThat(sell.getString("cause")).isEqualTo("TAKE_PROFIT");
        Map<String, Integer> hops = sell.getMap("timeline.hopMicros");
        assertThat(hops)
                .containsEntry("priced_triggered", 2_000)
                .containsEntry("triggered_durable", 1_000)
                .containsEntry("durable_signed", 1_000)
                .containsEntry("signed_written", 1_000)
                .containsEntry("triggered_written", 3_000)
                .containsEntry("priced_written", 5_000)
                .containsEntry("written_answered", 5_000)
                .containsKeys("answered_filled", "filled_recorded", "told_recorded");
        assertThat(sell.getLong("latencyMicros")).isEqualTo(5_000);
    }

    @Test
    void exitsAndSellsAreListedByTheirFiltersAndAPollOfThemIsUnchangedUntilOneIsRecorded() {
        ExitTriggered exit = sellHalf();
        fixture.record(position.triggered(AT.plusSeconds(70), ExitCause.STOP_LOSS, "0.2", "49.9"));
        String environment = "?environment=" + fixture.environment;

        assertThat(get("exits" + environment + "&status=OPEN").getList("items.kind"))
                .containsExactly("STOP_LOSS", "TAKE_PROFIT");
        assertThat(get("exits" + environment + "&kind=TAKE_PROFIT").getString("items[0].sells[0]"))
                .isEqualTo(position.order(exit, 1).toString());
        assertThat(get("sells" + environment + "&runId=" + fixture.run + "&pair=NEWT/USDT&status=FILLED")
                        .getList("items"))
                .hasSize(1);
        String tag = given().get(API + "sells" + environment).header("ETag");
        assertThat(given().header("If-None-Match", tag)
                        .get(API + "sells" + environment)
                        .statusCode())
                .isEqualTo(304);
        fixture.record(position.ended(exit, AT.plusSeconds(80), ExitEnd.SOLD, "49.9"));
        assertThat(get("exits" + environment + "&status=OPEN").getList("items.kind"))
                .containsExactly("STOP_LOSS");
        assertThat(given().header("If-None-Match", tag)
                        .get(API + "sells" + environment)
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get(API + "exports/sells.jsonl" + environment).asString())
                .contains("\"hopMicros\"")
                .contains("\"manifest\"");
        assertThat(given().get(API + "result?by=colour&environment=" + fixture.environment)
                        .contentType())
                .startsWith("application/problem+json");
    }

    /** Buys 100 for 20, of which 0.1 is a fee, and sells 50 for 12 by a take-profit at 0.25, with a fee of 0.5. */
    private ExitTriggered sellHalf() {
        ExitTriggered exit = position.triggered(AT.plusSeconds(30), ExitCause.TAKE_PROFIT, "0.25", "50");
        fixture.record(
                position.opened(AT, "100", "20"),
                position.fee(AT.plusMillis(20), "99.9", "20", "0.1", Map.of()),
                exit,
                position.submitted(exit, AT.plusSeconds(31), 1, "50"),
                position.filled(exit, AT.plusSeconds(32), 1, "50", "12", in("USDT", "0.5")),
                position.sold(AT.plusSeconds(32), "49.9", "20", "50", "11.5"));
        return exit;
    }

    private JsonPath marked() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("positions/" + position.id).getString("bid") != null);
        return get("positions/" + position.id);
    }

    private static JsonPath get(String path) {
        return given().get(API + path).then().statusCode(200).extract().jsonPath();
    }
}
