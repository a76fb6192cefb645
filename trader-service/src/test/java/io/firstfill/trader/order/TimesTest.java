package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.PlaceAnswer.Acknowledged;
import io.firstfill.trader.order.PlaceAnswer.Doubtful;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The times told of an order are those of the request that decided it. */
class TimesTest {
    private static final Instant ARMED = BuyStateTest.NOW;
    private static final Instant OPENING = ARMED.plusSeconds(60);
    private static final Instant WRITTEN = OPENING.plusMillis(1);
    private static final Instant ANSWERED = OPENING.plusMillis(2);
    private static final Travel TRAVEL = new Travel(WRITTEN, ANSWERED);
    private static final ExchangeOrderId ID = ExchangeOrderId.of("C02__1");

    @Test
    void aScheduledBuyIsSignedBeforeItsOpeningAndFiredAtIt() {
        Step fired = new Armed(BuyStateTest.BUY, OPENING).signed(ARMED).fired(OPENING);

        assertThat(told(fired).signedAt()).isEqualTo(ARMED);
        assertThat(told(fired).firedAt()).isEqualTo(OPENING);
        assertThat(told(fired).writtenAt()).isNull();
    }

    @Test
    void anAcceptedProbeIsToldWithItsOwnSignature() {
        Submitted probing = submitted().signed(ARMED).probed(notOpen(new Travel(OPENING, OPENING)));

        Step accepted = probing.signed(OPENING.plusMillis(1)).acknowledged(taken(), ANSWERED);

        assertThat(told(accepted).signedAt()).isEqualTo(OPENING.plusMillis(1));
        assertThat(told(accepted).writtenAt()).isEqualTo(WRITTEN);
        assertThat(told(accepted).answeredAt()).isEqualTo(ANSWERED);
        assertThat(told(accepted).exchangeTime()).isEqualTo(OPENING);
    }

    @Test
    void aRefusedBuyKeepsTheTimesOfTheRequestThatWasRefused() {
        Step refused = submitted()
                .signed(ARMED)
                .refused(notOpen(TRAVEL), Rejection.NOT_OPEN, ReturnReason.NOT_BOUGHT, ANSWERED);

        assertThat(told(refused).signedAt()).isEqualTo(ARMED);
        assertThat(told(refused).writtenAt()).isEqualTo(WRITTEN);
        assertThat(told(refused).answeredAt()).isEqualTo(ANSWERED);
    }

    @Test
    void aBuyInDoubtAndADeniedOneKeepWhatIsKnown() {
        Doubtful lost = new Doubtful(Ambiguity.CONNECTION_LOST, "reset", WRITTEN);
        Step doubtful = submitted().signed(ARMED).doubtful(lost, OPENING, ANSWERED);
        Step denied = new Armed(BuyStateTest.BUY, OPENING)
                .signed(ARMED)
                .denied(DenialReason.TRADING_STATE, "", ReturnReason.NOT_BOUGHT, OPENING);

        assertThat(told(doubtful).writtenAt()).isEqualTo(WRITTEN);
        assertThat(told(doubtful).answeredAt()).isNull();
        assertThat(told(denied).signedAt()).isEqualTo(ARMED);
    }

    @Test
    void theFirstOfSeveralFillsIsTheOneThatIsTimed() {
        Step first = accepted().observed(seen(Status.OPEN, "40", "20"), Held.NOTHING, OPENING.plusMillis(5));

        Step whole = ((Accepted) first.next())
                .observed(seen(Status.FILLED, "100", "50"), Held.NOTHING, OPENING.plusSeconds(1));

        assertThat(told(first).filledAt()).isEqualTo(OPENING.plusMillis(5));
        assertThat(told(whole).filledAt()).isEqualTo(OPENING.plusMillis(5));
    }

    @Test
    void anOrderThatBecomesDurableAfterItsAnswerIsToldSoWithItsFill() {
        Accepted durable = accepted().durable(ANSWERED.plusMillis(1));

        Step filled = durable.observed(seen(Status.FILLED, "100", "50"), Held.NOTHING, OPENING.plusSeconds(1));

        assertThat(told(filled).submittedAt()).isEqualTo(ANSWERED.plusMillis(1));
    }

    private static Submitted submitted() {
        return new Submitted(BuyStateTest.BUY, 0, null);
    }

    private static Accepted accepted() {
        return (Accepted) submitted().acknowledged(taken(), ANSWERED).next();
    }

    private static Acknowledged taken() {
        return new Acknowledged(ID, OPENING, TRAVEL);
    }

    private static Refused notOpen(Travel travel) {
        return new Refused(400, 30001, "not allowed", new Reaction.Probe(), travel);
    }

    private static OrderSnapshot seen(Status status, String filled, String spent) {
        return new OrderSnapshot(ID, status, Quantity.of(filled), Amount.of(spent));
    }

    private static Timeline told(Step step) {
        return Objects.requireNonNull(((OrderStep) step.events().getFirst()).timeline());
    }
}
