package io.firstfill.trader.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Side;
import io.firstfill.testkit.Seed;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Proves that a balance less the commitments is never more than the account has left, and exact once it is asked. */
class CommitmentsTest {
    private static final Asset USDT = Asset.of("USDT");
    private static final int STEPS = 400;
    private static final long DEPOSIT = 1_000_000;

    @Test
    void whatIsLeftNeverExceedsWhatTheAccountHasAfterEveryBuyInRandomLives() {
        Seed seed = Seed.fixed(8);
        RandomGenerator random = seed.random();
        for (int life = 0; life < 50; life++) {
            new Life(random, life, seed).live();
        }
    }

    private enum Stage {
        SENT,
        ACKNOWLEDGED,
        OVER
    }

    private static final class Order {
        private final int number;
        private final long amount;
        private Stage stage = Stage.SENT;
        /** The part of the free balance that the exchange has taken. */
        private long taken;
        /** The amount that the balance in use is without, although the trader did not know it when it asked. */
        private long silent;
        /** The amount that the end has left, and that the balance in use is without. */
        private long rest;

        Order(int number, long amount) {
            this.number = number;
            this.amount = amount;
        }

        ClientOrderId id() {
            return ClientOrderId.derivedFrom(Messages.RUN, Messages.LISTING, "b", number);
        }
    }

    /** An account, its orders at the exchange, and what the trader hears of them, later. */
    private static final class Life {
        private final RandomGenerator random;
        private final String replay;
        private final Commitments commitments = new Commitments();
        private final List<Order> orders = new ArrayList<>();
        private Instant now = VirtualTime.START;
        private long stated = DEPOSIT;
        private Instant askedAt = VirtualTime.START;

        Life(RandomGenerator random, int life, Seed seed) {
            this.random = random;
            this.replay = "life " + life + " of " + seed;
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plusMillis(1);
                switch (random.nextInt(5)) {
                    case 0 -> submit();
                    case 1 -> ask();
                    default -> advance();
                }
                assertThat(left())
                        .as("%s, step %s", replay, step)
                        .isLessThanOrEqualTo(worst())
                        .isGreaterThanOrEqualTo(worst() - notKnown());
            }
            orders.forEach(order -> {
                while (order.stage != Stage.OVER) {
                    now = now.plusMillis(1);
                    advance(order);
                }
            });
            now = now.plusMillis(1);
            ask();
            assertThat(left()).as("%s, asked after all", replay).isEqualTo(free());
        }

        private long left() {
            return stated - commitments.of(USDT, askedAt, null).value().longValueExact();
        }

        /** The free balance once every order has spent all it may. */
        private long worst() {
            return DEPOSIT
                    - orders.stream()
                            .mapToLong(order -> order.stage == Stage.OVER ? order.taken : order.amount)
                            .sum();
        }

        /** The amounts that ended orders have left until the exchange is asked again, and that it took unsaid. */
        private long notKnown() {
            return orders.stream().mapToLong(order -> order.rest + order.silent).sum();
        }

        private long free() {
            return DEPOSIT - orders.stream().mapToLong(order -> order.taken).sum();
        }

        private void ask() {
            askedAt = now;
            stated = free();
            for (Order order : orders) {
                order.silent = order.stage == Stage.SENT ? order.taken : 0;
                order.rest = 0;
            }
            commitments.stated(askedAt);
        }

        private void submit() {
            Order order = new Order(orders.size() + 1, random.nextLong(1, 1000));
            orders.add(order);
            commitments.apply(new OrderSubmitted(
                    Messages.meta(now),
                    Messages.PAPER,
                    Messages.RUN,
                    Messages.LISTING,
                    Messages.PAIR,
                    order.id(),
                    PermitId.derivedFrom("permit", order.number),
                    Side.BUY,
                    OrderType.MARKET,
                    Amount.of(Long.toString(order.amount)),
                    order.number,
                    now,
                    Times.unknown(now)));
        }

        private void advance() {
            if (!orders.isEmpty()) {
                advance(orders.get(random.nextInt(orders.size())));
            }
        }

        private void advance(Order order) {
            switch (order.stage) {
                case SENT -> answered(order);
                case ACKNOWLEDGED -> end(order);
                case OVER -> {}
            }
        }

        private void answered(Order order) {
            switch (order.taken > 0 ? 3 : random.nextInt(4)) {
                case 0 -> {
                    order.stage = Stage.OVER;
                    commitments.apply(new OrderRejected(
                            Messages.meta(now),
                            Messages.PAPER,
                            Messages.RUN,
                            Messages.LISTING,
                            Messages.PAIR,
                            order.id(),
                            400,
                            30004,
                            "for the test",
                            Rejection.TERMINAL,
                            0,
                            null));
                }
                case 1 -> {
                    order.stage = Stage.OVER;
                    commitments.apply(new OrderResolved(
                            Messages.meta(now),
                            Messages.PAPER,
                            Messages.RUN,
                            Messages.LISTING,
                            Messages.PAIR,
                            order.id(),
                            Resolution.ABSENT,
                            "for the test"));
                }
                case 2 -> order.taken = order.amount; // taken, and the answer is lost for now
                default -> {
                    order.taken = order.amount;
                    order.stage = Stage.ACKNOWLEDGED;
                    commitments.apply(new OrderAccepted(
                            Messages.meta(now),
                            Messages.PAPER,
                            Messages.RUN,
                            Messages.LISTING,
                            Messages.PAIR,
                            order.id(),
                            ExchangeOrderId.of("at-the-exchange"),
                            0,
                            Times.unknown(now)));
                }
            }
        }

        private void end(Order order) {
            order.stage = Stage.OVER;
            order.taken = random.nextLong(0, order.amount + 1);
            order.rest = order.amount - order.taken;
            commitments.apply(new OrderCanceled(
                    Messages.meta(now),
                    Messages.PAPER,
                    Messages.RUN,
                    Messages.LISTING,
                    Messages.PAIR,
                    order.id(),
                    ExchangeOrderId.of("at-the-exchange"),
                    Quantity.of("1"),
                    Amount.of(Long.toString(order.taken)),
                    null,
                    CancelReason.PARTLY_FILLED,
                    Times.unknown(now)));
        }
    }
}
