package io.firstfill.ledger.web.result;

import static io.firstfill.ledger.web.result.PositionMessages.in;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.testkit.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Proves that the figures of the read API follow from the journal: the query that {@code RESULT.md} documents gives the
 * same ones, to the last digit, for positions that are bought and sold at random.
 */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ResultFromJournalTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T20:00:00Z");
    private static final int POSITIONS = 25;
    private static final List<String> FIGURES = List.of("cost", "proceeds", "fees", "realised");

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void theDocumentedQueryOverTheJournalGivesEveryFigureToTheLastDigit() throws SQLException, IOException {
        // Given positions of which some are sold in parts over midnight, some ended, and some moved elsewhere
        Seed seed = Seed.fixed(20261201);
        RandomGenerator random = seed.random();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < POSITIONS; i++) {
            messages.addAll(random(new PositionMessages(fixture, "NEW" + i), random));
        }
        fixture.record(messages.toArray(Message[]::new));

        // When the journal is asked by the documented query
        Map<String, Map<String, BigDecimal>> byPosition = new TreeMap<>();
        Map<String, Map<String, BigDecimal>> byDay = new TreeMap<>();
        fromJournal(byPosition, byDay);

        // Then the API has the same figures, by position, by day and as a whole
        assertThat(byPosition).hasSize(POSITIONS);
        assertThat(byDay).hasSizeGreaterThan(1);
        assertThat(fromApi("position")).as(seed.toString()).isEqualTo(byPosition);
        assertThat(fromApi("day")).as(seed.toString()).isEqualTo(byDay);
        assertThat(fromApi("run"))
                .as(seed.toString())
                .isEqualTo(Map.of(fixture.run.toString(), sum(byPosition.values())));
        assertThat(sum(byDay.values())).isEqualTo(sum(byPosition.values()));
    }

    /** Buys, takes fees, sells in up to three exits of up to two orders each, and perhaps ends. */
    private static List<Message> random(PositionMessages position, RandomGenerator random) {
        List<Message> messages = new ArrayList<>();
        Instant at = BEGIN.plusSeconds(random.nextInt(3_600));
        BigDecimal bought = decimal(random, 1, 900);
        BigDecimal cost = decimal(random, 10, 90);
        BigDecimal fee = random.nextBoolean() ? bought.movePointLeft(3) : BigDecimal.ZERO;
        messages.add(position.opened(at, text(bought), text(cost)));
        BigDecimal left = bought.subtract(fee);
        messages.add(position.fee(
                at.plusMillis(20),
                text(left),
                text(cost),
                text(fee),
                random.nextBoolean() ? in("USDT", "0.0123456789") : in("MX", "0.01")));
        BigDecimal sold = BigDecimal.ZERO;
        BigDecimal proceeds = BigDecimal.ZERO;
        int exits = random.nextInt(4);
        for (int i = 0; i < exits; i++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(600)));
            BigDecimal part = left.multiply(BigDecimal.valueOf(1 + random.nextInt(9), 1));
            BigDecimal half = part.multiply(BigDecimal.valueOf(3, 1));
            BigDecimal price = decimal(random, 0, 2);
            ExitTriggered exit = position.triggered(at, ExitCause.TAKE_PROFIT, "1.1", text(part));
            messages.add(exit);
            messages.add(position.submitted(exit, at.plusMillis(1), 1, text(part)));
            Instant first = at.plusMillis(10);
            Instant second = at.plus(Duration.ofMinutes(random.nextInt(300)));
            BigDecimal amount = part.multiply(price);
            messages.add(position.partly(
                    exit, first, 1, text(half), text(half.multiply(price)), in("USDT", text(cent(half)))));
            messages.add(position.filled(exit, second, 1, text(part), text(amount), in("USDT", text(cent(part)))));
            left = left.subtract(part);
            sold = sold.add(part);
            proceeds = proceeds.add(amount).subtract(cent(part)).max(BigDecimal.ZERO);
            messages.add(position.sold(second, text(left), text(cost), text(sold), text(proceeds)));
            at = second;
        }
        if (exits > 0 && random.nextBoolean()) {
            PositionEnd end = List.of(PositionEnd.values()).get(random.nextInt(3));
            messages.add(position.closed(at.plusMillis(1), text(proceeds), end, text(left)));
        }
        return messages;
    }

    private static BigDecimal cent(BigDecimal quantity) {
        return quantity.movePointLeft(5);
    }

    private static BigDecimal decimal(RandomGenerator random, int least, int most) {
        return BigDecimal.valueOf(random.nextInt(least * 10_000, most * 10_000) + 1L, 4);
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void fromJournal(
            Map<String, Map<String, BigDecimal>> byPosition, Map<String, Map<String, BigDecimal>> byDay)
            throws SQLException, IOException {
        String document = Files.readString(Path.of("..", "common", "doc", "RESULT.md"));
        String sql = document.substring(document.indexOf("```sql") + 6, document.lastIndexOf("```"))
                .replace(":environment", "'" + fixture.environment + "'");
        try (Connection connection = LedgerDatabase.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (String figure : FIGURES) {
                    BigDecimal value = rows.getBigDecimal(figure);
                    add(byPosition, rows.getString("position_id"), figure, value);
                    add(byDay, rows.getString("day"), figure, value);
                }
            }
        }
    }

    private static void add(Map<String, Map<String, BigDecimal>> sums, String key, String figure, BigDecimal value) {
        sums.computeIfAbsent(key, each -> new TreeMap<>())
                .merge(figure, value, (one, other) -> one.add(other).stripTrailingZeros());
        sums.get(key).computeIfPresent(figure, (name, sum) -> normal(sum));
    }

    private Map<String, Map<String, BigDecimal>> fromApi(String by) {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        String cursor = null;
        do {
            var request = given().queryParam("environment", fixture.environment.value())
                    .queryParam("by", by)
                    .queryParam("limit", 7);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/ledger/v1/result")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
                FIGURES.forEach(
                        figure -> add(sums, "" + item.get("key"), figure, new BigDecimal("" + item.get(figure))));
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return sums;
    }

    private static Map<String, BigDecimal> sum(Iterable<Map<String, BigDecimal>> all) {
        Map<String, BigDecimal> sum = new TreeMap<>();
        all.forEach(each -> each.forEach((figure, value) -> sum.merge(figure, value, BigDecimal::add)));
        sum.replaceAll((figure, value) -> normal(value));
        return sum;
    }

    /** Returns the value in one written form, so that equal decimals are equal. */
    private static BigDecimal normal(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
