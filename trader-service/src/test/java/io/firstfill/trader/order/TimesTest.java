package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer.Acknowledged;
import io.firstfill.trader.order.PlaceAnswer.Doubtful;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Proves that the timeline of an order holds the times of the request that decided it. */
class TimesTest {
    private static final Instant ARMED = BuyStateTest.NOW;
    private static final Instant OPENING = ARMED.plusSeconds(60);
    private static final Instant WRITTEN = OPENING.plusMillis(1);
    private static final Instant ANSWERED = OPENING.plusMillis(2);
    private static final Travel TRAVEL = new Travel(WRITTEN, ANSWERED);
    private static final ExchangeOrderId ID = ExchangeOrderId.of("C02__1");

    @Test
    void aScheduledBuyIsSignedBeforeItsOpeningAndFiredAtIt() {
        List<OrderEvent> fired =
                new Armed(BuyStateTest.BUY, OPENING).signed(ARMED).fired(OPENING);

        assertThat(timeline(fired).signedAt()).isEqualTo(ARMED);
        assertThat(timeline(fired).firedAt()).isEqualTo(OPENING);
        assertThat(timeline(fired).writtenAt()).isNull();
    }

    @Test
    void anAcceptedProbeHasItsOwnSignature() {
        Submitted probing = submitted().requested(ticket(ARMED)).probed(notOpen(new Travel(OPENING, OPENING)));

        List<OrderEvent> accepted =
                probing.requested(ticket(OPENING.plusMillis(1))).acknowledged(taken(), ANSWERED);

        assertThat(timeline(accepted).signedAt()).isEqualTo(OPENING.plusMillis(1));
        assertThat(timeline(accepted).writtenAt()).isEqualTo(WRITTEN);
        assertThat(timeline(accepted).answeredAt()).isEqualTo(ANSWERED);
        assertThat(timeline(accepted).exchangeTime()).isEqualTo(OPENING);
    }

    @Test
    void aRefusedBuyKeepsTheTimesOfTheRequestThatWasRefused() {
        List<OrderEvent> refused =
                submitted().requested(ticket(ARMED)).refused(notOpen(TRAVEL), Rejection.NOT_OPEN, ANSWERED);

        assertThat(timeline(refused).signedAt()).isEqualTo(ARMED);
        assertThat(timeline(refused).writtenAt()).isEqualTo(WRITTEN);
        assertThat(timeline(refused).answeredAt()).isEqualTo(ANSWERED);
    }

    @Test
    void anUnresolvedAndADeniedBuyKeepTheTimesThatAreKnown() {
        Doubtful lost = new Doubtful(Ambiguity.CONNECTION_LOST, "reset", WRITTEN);
        List<OrderEvent> doubtful = submitted().requested(ticket(ARMED)).doubtful(lost, ANSWERED);
        List<OrderEvent> denied =
                new Armed(BuyStateTest.BUY, OPENING).signed(ARMED).denied(DenialReason.TRADING_STATE, "", OPENING);

        assertThat(timeline(doubtful).writtenAt()).isEqualTo(WRITTEN);
        assertThat(timeline(doubtful).answeredAt()).isNull();
        assertThat(timeline(denied).signedAt()).isEqualTo(ARMED);
    }

    @Test
    void theTimelineKeepsTheTimeOfTheFirstFill() {
        List<OrderEvent> first = accepted().observed(seen(Status.OPEN, "40", "20"), OPENING.plusMillis(5));

        List<OrderEvent> whole = ((Accepted) accepted().after((OrderStep) first.getFirst()))
                .observed(seen(Status.FILLED, "100", "50"), OPENING.plusSeconds(1));

        assertThat(timeline(first).filledAt()).isEqualTo(OPENING.plusMillis(5));
        assertThat(timeline(whole).filledAt()).isEqualTo(OPENING.plusMillis(5));
    }

    @Test
    void anOrderThatBecomesDurableAfterItsAnswerHasThatTimeInItsFill() {
        Accepted durable = accepted().durable(ANSWERED.plusMillis(1));

        List<OrderEvent> filled = durable.observed(seen(Status.FILLED, "100", "50"), OPENING.plusSeconds(1));

        assertThat(timeline(filled).submittedAt()).isEqualTo(ANSWERED.plusMillis(1));
    }

    private static Submitted submitted() {
        return Submitted.first(BuyStateTest.BUY);
    }

    private static Ticket ticket(Instant signedAt) {
        return new Ticket() {
            @Override
            public Instant signedAt() {
                return signedAt;
            }

            @Override
            public Instant expiry() {
                return OPENING;
            }
        };
    }

    private static Accepted accepted() {
        Submitted submitted = submitted();
        return (Accepted) submitted.after(
                (OrderStep) submitted.acknowledged(taken(), ANSWERED).getFirst());
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

    private static Timeline timeline(List<OrderEvent> events) {
        return Objects.requireNonNull(((OrderStep) events.getFirst()).timeline());
    }
}
