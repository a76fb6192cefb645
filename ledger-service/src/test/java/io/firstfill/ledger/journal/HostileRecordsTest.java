package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random messages with a hostile value in a random place: whatever they hold, they are in the chain, and a listing
 * behind them is recorded and can be queried in every environment.
 */
@QuarkusTest
@KafkaAndPostgres
class HostileRecordsTest {
    private static final int RECORDS = 150;
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final Pattern VALUE = Pattern.compile(":(\"[^\"]*\"|[0-9.]+|true|false)");
    private static final List<String> HOSTILE = List.of(
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"" + "x".repeat(12_000) + "\"",
            "\"" + "9".repeat(40) + "\"",
            "\"" + "9".repeat(140_000) + "\"",
            "\"0." + "1".repeat(17_000) + "\"",
            "\"1E+999999\"",
            "\"NaN\"",
            "\"-1\"",
            "\"\"",
            "\"+250000-01-01T00:00:00Z\"",
            "\"-0044-03-15T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"PT99999999999H\"",
            "null",
            "9223372036854775808",
            "1e400000",
            "[]",
            "{}",
            "[".repeat(2_000),
            "true");

    private final LedgerFixture fixture = new LedgerFixture();
    private final LedgerFixture other = new LedgerFixture();

    @Inject
    KafkaClientService clients;

    @Inject
    ChainVerifier verifier;

    @Test
    void noValueInAnyFieldStopsTheJournal() {
        // Given messages of every kind with a hostile value, between messages of another environment
        Seed seed = Seed.fixed(20261128);
        RandomGenerator random = seed.random();
        List<Map.Entry<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Message message = message(i, random);
            records.add(Map.entry(Family.of(message).topic(), hostile(CODEC.write(message), random)));
        }
        RecordsOnTopics.publish(fixture.environment, records);
        other.record(other.announced(1, "NEWT", LedgerFixture.T0));

        // When the ledger starts again, and a listing follows
        Restart.of(clients);
        RecordsOnTopics.publish(fixture.announced(RECORDS + 1, "LAST", LedgerFixture.T0));

        // Then it is recorded, everything before is in the chain, and an alert is open for each record kept as bytes
        await(seed.toString())
                .atMost(Duration.ofSeconds(60))
                .until(() -> LedgerDatabase.count("listing", fixture.environment, "pair = 'LAST/USDT'") == 1);
        await(seed.toString())
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        LedgerDatabase.count("journal", fixture.environment, "topic <> 'alerts.v1'") > RECORDS / 2);
        Verification verification =
                verifier.verifyAnew(fixture.environment).await().atMost(Duration.ofSeconds(20));
        assertThat(verification.intact()).as(seed.toString()).isTrue();
        assertThat(LedgerDatabase.count("alert", fixture.environment, "kind = 'UNREADABLE_MESSAGE'"))
                .as(seed.toString())
                .isPositive()
                .isEqualTo(LedgerDatabase.count("journal", fixture.environment, "type = 'UnreadableRecord'"));
        assertThat(LedgerDatabase.count("journal", other.environment, "true")).isEqualTo(1);
    }

    private Message message(int number, RandomGenerator random) {
        return switch (random.nextInt(7)) {
            case 0 -> fixture.announced(number, "NEWT", LedgerFixture.T0);
            case 1 -> fixture.submitted(number, LedgerFixture.T0, "12.5");
            case 2 -> fixture.filled(number, LedgerFixture.T0, "2", "12.5", "6.25");
            case 3 -> fixture.save(0, "name " + number);
            case 4 -> fixture.startBeforeDeadline(fixture.run);
            case 5 -> fixture.stopped(fixture.run);
            default ->
                new AlertRaised(
                        LedgerFixture.meta(LedgerFixture.T0),
                        fixture.environment,
                        AlertKind.FEED_SILENT,
                        "feed " + UUID.randomUUID(),
                        Severity.WARNING,
                        "text",
                        null);
        };
    }

    /** Replaces one value, or now and then cuts the record or turns a bit in it. */
    private static byte[] hostile(byte[] message, RandomGenerator random) {
        String json = new String(message, StandardCharsets.UTF_8);
        List<MatchResult> values = new ArrayList<>(VALUE.matcher(json).results().toList());
        MatchResult chosen = values.get(random.nextInt(values.size()));
        String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
        byte[] changed = (json.substring(0, chosen.start(1)) + value + json.substring(chosen.end(1)))
                .getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 ->
                new String(changed, 0, random.nextInt(changed.length), StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.ISO_8859_1);
            case 1 -> turned(changed, random);
            default -> changed;
        };
    }

    private static byte[] turned(byte[] bytes, RandomGenerator random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }
}
