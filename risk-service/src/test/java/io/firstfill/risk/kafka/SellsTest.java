package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves what the sells of positions change: the loss of the day and the room for further positions, and neither a cap
 * of buys nor the trading state. They need no permit.
 */
class SellsTest {
    /** On no earlier day than any that the driver's clock can show. */
    private static final Instant AT = Instant.parse("2100-01-01T12:00:00Z");

    private final TopologyDriver driver = new TopologyDriver(MessageCodec.standard(), PAPER);

    @SuppressWarnings("NullAway.Init")
    private CapsReported last;

    @BeforeEach
    void open() {
        driver.pass(Duration.ofSeconds(3));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anEndedPositionMakesRoomForAnother() {
        PermitGranted bought = buy(new Guardrails(null, null, null, null, 1, null, null));
        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "6"));
        List<PermitGranted> halfSold = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);

        driver.publish(CapMessages.ended(bought, AT, "12", PositionEnd.SOLD, "0"));

        assertThat(halfSold).as("a position of which a part was sold is open").isEmpty();
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).isNotEmpty();
        assertThat(used(Cap.OPEN_POSITIONS)).isEqualTo(Amount.of("0"));
    }

    @Test
    void eachSellRealisesItsPartOnceAndTheEndTheRest() {
        PermitGranted bought = buy(loss("100"));

        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "4"));
        Amount half = used(Cap.LOSS_PER_DAY);
        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "4"));
        Amount again = used(Cap.LOSS_PER_DAY);
        driver.publish(CapMessages.ended(bought, AT, "7", PositionEnd.SOLD, "0"));

        assertThat(half).as("half of 10 for 4").isEqualTo(Amount.of("1"));
        assertThat(again).as("stated once more").isEqualTo(half);
        assertThat(used(Cap.LOSS_PER_DAY)).as("10 for 7").isEqualTo(Amount.of("3"));
    }

    @Test
    void aLaterGainIsSetOffAgainstALossOfTheDay() {
        PermitGranted bought = buy(loss("100"));
        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "4"));

        driver.publish(CapMessages.ended(bought, AT, "9.5", PositionEnd.SOLD, "0"));

        assertThat(used(Cap.LOSS_PER_DAY)).isEqualTo(Amount.of("0.5"));
    }

    @Test
    void whatIsTooLittleToSellIsLostAndWhatWasMovedIsNot() {
        PermitGranted dust = buy(loss("100"));
        driver.publish(CapMessages.sold(dust, AT, "1", "10", "9", "9"));
        driver.publish(CapMessages.ended(dust, AT, "9", PositionEnd.DUST, "1"));
        Amount lost = used(Cap.LOSS_PER_DAY);

        PermitGranted moved = buyAgain();
        driver.publish(CapMessages.sold(moved, AT, "5", "10", "5", "4.5"));
        driver.publish(CapMessages.ended(moved, AT, "4.5", PositionEnd.MOVED_ELSEWHERE, "5"));

        assertThat(lost).isEqualTo(Amount.of("1"));
        assertThat(used(Cap.LOSS_PER_DAY)).as("0.5 more").isEqualTo(Amount.of("1.5"));
    }

    @Test
    void theLossOfSellsTripsTheBreakerAndTheNextBuyHasNoPermit() {
        PermitGranted bought = buy(loss("3"));
        driver.read(Topics.PERMITS);

        driver.publish(CapMessages.ended(bought, AT, "7", PositionEnd.SOLD, "0"));
        List<Message> after = driver.read(Topics.PERMITS);

        assertThat(after).filteredOn(PermitRevoked.class::isInstance).isNotEmpty();
        assertThat(after).noneMatch(PermitGranted.class::isInstance);
    }

    @Test
    void aRestartKnowsWhatWasRealised() {
        PermitGranted bought = buy(loss("100"));
        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "4"));

        driver.restart();
        driver.publish(CapMessages.ended(bought, AT, "7", PositionEnd.SOLD, "0"));

        assertThat(used(Cap.LOSS_PER_DAY)).isEqualTo(Amount.of("3"));
    }

    @Test
    void aRestartKeepsThePlaceOfAPositionUntilItEnds() {
        PermitGranted bought = buy(new Guardrails(null, null, null, null, 1, null, null));
        driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", "6"));

        driver.restart();
        driver.pass(Duration.ofSeconds(2));
        List<PermitGranted> whileHeld = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.publish(CapMessages.ended(bought, AT, "12", PositionEnd.SOLD, "0"));
        List<PermitGranted> onceEnded = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.restart();

        assertThat(whileHeld).isEmpty();
        assertThat(onceEnded).isNotEmpty();
        assertThat(used(Cap.OPEN_POSITIONS)).isEqualTo(Amount.of("0"));
    }

    @Test
    void aBookFromBeforeSellsIsReadAsOneOfWhichNothingWasSold() {
        PermitGranted bought = buy(loss("100"));
        String stored = new String(driver.stored().get("paper"), StandardCharsets.UTF_8);
        String before = stored.replaceAll(",\"(proceeds|soldCost)\":\"0\"", "");
        assertThat(before).isNotEqualTo(stored);

        driver.overwrite("paper", before.getBytes(StandardCharsets.UTF_8));
        driver.restart();
        driver.publish(CapMessages.ended(bought, AT, "7", PositionEnd.SOLD, "0"));

        assertThat(used(Cap.LOSS_PER_DAY)).isEqualTo(Amount.of("3"));
    }

    @Test
    void aSellCountsInNoCapOfBuysAndChangesNoTradingState() {
        PermitGranted bought = buy(new Guardrails(9, null, Amount.of("500"), null, null, Amount.of("100"), null));
        Amount trades = used(Cap.TRADES_PER_HOUR);
        Amount spent = used(Cap.SPEND_PER_DAY);
        for (TradingState state : List.of(TradingState.REDUCING, TradingState.HALTED)) {
            driver.publish(InputMessages.set(state));
            driver.read(Topics.TRADING_STATE);
            driver.read(Topics.PERMITS);

            driver.publish(CapMessages.sold(bought, AT, "5", "10", "5", state == TradingState.HALTED ? "3" : "4"));
            driver.pass(Duration.ofSeconds(2));

            assertThat(driver.read(Topics.TRADING_STATE, TradingStateChanged.class, PAPER))
                    .isEmpty();
            assertThat(driver.read(Topics.PERMITS)).as(state.name()).isEmpty();
        }
        assertThat(used(Cap.TRADES_PER_HOUR)).isEqualTo(trades);
        assertThat(used(Cap.SPEND_PER_DAY)).isEqualTo(spent);
        assertThat(used(Cap.LOSS_PER_DAY)).isEqualTo(Amount.of("2"));
    }

    private static Guardrails loss(String limit) {
        return new Guardrails(null, null, null, null, null, Amount.of(limit), null);
    }

    /** Buys 10 of a pair for 10 in a run under the guardrails. */
    private PermitGranted buy(Guardrails guardrails) {
        driver.publish(CapMessages.guardrails(0, guardrails));
        driver.publish(InputMessages.started(RUN, "10", InputMessages.wide()));
        return buyAgain();
    }

    private PermitGranted buyAgain() {
        PermitGranted permit =
                driver.read(Topics.PERMITS, PermitGranted.class, PAPER).getFirst();
        driver.publish(InputMessages.submitted(permit));
        driver.publish(InputMessages.filled(permit, AT, "10"));
        driver.publish(CapMessages.fee(permit, AT, "10", "0", "10"));
        return permit;
    }

    /** Returns the use of a cap of the environment as it was reported last; an unchanged one is not reported again. */
    private Amount used(Cap cap) {
        driver.pass(Duration.ofSeconds(1));
        driver.read(Topics.CAPS, CapsReported.class, PAPER).forEach(report -> last = report);
        return last.uses().stream()
                .filter(use -> use.cap() == cap && use.level() == CapLevel.ENVIRONMENT)
                .map(CapUse::used)
                .map(Amount::of)
                .findFirst()
                .orElseThrow();
    }
}
