package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.testkit.GoldenFiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves that a risk book stored by an earlier version is read, and goes on counting. */
class StoredBookTest {
    private final ObjectMapper json = new ObjectMapper();

    StoredBookTest() {
        new JsonSettings().customize(json);
    }

    @Test
    void aBookOfTheFirstShapeReadsWithAllItHolds() throws JsonProcessingException {
        RiskBook book = firstShape();

        assertThat(book.environment()).isEqualTo(PAPER);
        assertThat(book.buys()).hasSize(2);
        assertThat(book.reservations()).hasSize(2);
        assertThat(book.usage().tradesInHour()).isEqualTo(4);
        assertThat(book.usage().spend()).isEqualTo(Amount.of("40"));
        assertThat(book.quarantined()).isEmpty();
        assertThat(book.levels()).anySatisfy(level -> {
            assertThat(level.cap()).isEqualTo(Cap.TRADES_PER_HOUR);
            assertThat(level.used()).isEqualTo(Amount.of("4"));
        });
    }

    @Test
    void theBuysOfABookOfTheFirstShapeCountForAnHourFromItsReading() throws JsonProcessingException {
        RiskEngineFixture engine = new RiskEngineFixture();
        engine.book = firstShape();
        engine.passTime();

        PublishedEvents before = engine.advance(Duration.ofMinutes(59));
        PublishedEvents after = engine.advance(Duration.ofMinutes(1));

        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).as("two buys left the hour").hasSize(2);
    }

    @Test
    void aBookOfTodayReadsAsItWasWritten() throws JsonProcessingException {
        RiskEngineFixture engine = new RiskEngineFixture();
        engine.book = firstShape();
        engine.quarantine(RecordPlace.of("orders.v1-2@4711"));
        engine.apply(InputMessages.acknowledge(RecordPlace.of("runs.v1-2@5")));
        engine.advance(Duration.ofSeconds(70));

        String written = json.writeValueAsString(engine.book);

        assertThat(json.readValue(written, RiskBook.class)).isEqualTo(engine.book);
        assertThat(json.readTree(written).get("quarantine").get("open").get(0).asText())
                .isEqualTo("orders.v1-2@4711");
    }

    @Test
    void whatALaterVersionAddsIsLeftOut() throws JsonProcessingException {
        JsonNode later = ((ObjectNode) json.valueToTree(firstShape())).put("addedLater", "x");

        assertThat(json.treeToValue(later, RiskBook.class)).isEqualTo(firstShape());
    }

    private RiskBook firstShape() throws JsonProcessingException {
        return json.readValue(GoldenFiles.ofModule().read("RiskBook"), RiskBook.class);
    }
}
