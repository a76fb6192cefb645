package io.firstfill.trader.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.testkit.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proves for random plans, prices, fills and changes of the plan that nothing is sold twice, and nothing gone. */
class PlanPropertiesTest {
    private static final Instant T0 = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Test
    void noHistorySellsMoreThanIsLeft() {
        runs(Seed.fixed(20261129), 1_500);
    }

    @Test
    @Tag("long")
    void noLongHistorySellsMoreThanIsLeft() {
        runs(Seed.drawn(), 60_000);
    }

    private static void runs(Seed seed, int runs) {
        RandomGenerator random = seed.random();
        int sells = 0;
        for (int i = 0; i < runs; i++) {
            sells += new History(random, seed).play();
        }
        assertThat(sells).as("the histories sell something").isGreaterThan(runs / 2);
    }

    /** One position from its purchase on, with exits that are carried out in parts and in any order. */
    private static final class History {
        private final RandomGenerator random;
        private final Seed seed;
        private final BigDecimal bought;
        private final Price average;
        private final List<BigDecimal> promises = new ArrayList<>();
        private final Set<Rule> fired = new HashSet<>();
        private BigDecimal sold = BigDecimal.ZERO;
        private boolean ending;
        private ExitPlan plan;
        private ExitState state = ExitState.START;
        private Instant now = T0;
        private int triggered;

        History(RandomGenerator random, Seed seed) {
            this.random = random;
            this.seed = seed;
            bought = new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(random.nextInt(0, 9));
            average = new Price(new BigDecimal(random.nextInt(1, 100_000)).movePointLeft(random.nextInt(0, 12)));
            plan = plan(random);
        }

        int play() {
            for (int step = 0; step < 60; step++) {
                now = now.plusMillis(random.nextInt(0, 2_500));
                evaluate();
                change();
            }
            return triggered;
        }

        private void evaluate() {
            HeldPosition held = position();
            ExitRules rules = new ExitRules(plan, FRESH);
            Evaluation evaluation = rules.evaluate(held, state, quote(), now);
            for (ExitTrigger trigger : evaluation.triggers()) {
                check(held, trigger);
            }
            BigDecimal levels = evaluation.triggers().stream()
                    .filter(trigger -> trigger.rule().cause() == ExitCause.TAKE_PROFIT)
                    .map(trigger -> trigger.quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(levels).as(seed.toString()).isLessThanOrEqualTo(held.free().value());
            assertThat(rules.next(held, evaluation.state()))
                    .as(seed.toString())
                    .noneMatch(next -> fired.contains(new Rule(next.cause(), next.level())));
            state = evaluation.state();
        }

        private void check(HeldPosition held, ExitTrigger trigger) {
            assertThat(fired.add(trigger.rule())).as("%s once, %s", trigger, seed).isTrue();
            assertThat(trigger.quantity().value()).as(seed.toString()).isPositive();
            assertThat(trigger.quantity().value())
                    .as(seed.toString())
                    .isLessThanOrEqualTo(held.left().value());
            assertThat(held.ending()).as("nothing beside an end, %s", seed).isFalse();
            Instant pricedAt = trigger.pricedAt();
            if (pricedAt != null) {
                assertThat(pricedAt).as(seed.toString()).isAfterOrEqualTo(now.minus(FRESH));
            }
            triggered++;
            if (trigger.rule().cause() == ExitCause.TAKE_PROFIT) {
                promises.add(trigger.quantity().value());
            } else {
                promises.clear();
                ending = true;
            }
        }

        /** Some of what is promised is sold, an end is carried out or fails, the plan is replaced, or nothing. */
        private void change() {
            switch (random.nextInt(8)) {
                case 0, 1 -> fill();
                case 2 -> {
                    plan = plan(random);
                    fired.clear();
                    state = state.replanned();
                }
                case 3 -> state = state.withHighest(state.highest());
                default -> {}
            }
            assertThat(sold).as(seed.toString()).isLessThanOrEqualTo(bought);
        }

        private void fill() {
            if (ending) {
                sell(bought.subtract(sold));
                ending = false;
            } else if (!promises.isEmpty()) {
                sell(promises.removeLast());
            }
        }

        private void sell(BigDecimal quantity) {
            BigDecimal part = quantity.multiply(BigDecimal.valueOf(random.nextInt(0, 11), 1));
            sold = sold.add(part.setScale(Math.min(part.scale(), 18), RoundingMode.DOWN));
        }

        private HeldPosition position() {
            BigDecimal promised = promises.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new HeldPosition(
                    new Quantity(bought), new Quantity(sold), new Quantity(promised), ending, average, T0);
        }

        private Quote quote() {
            BigDecimal factor = BigDecimal.valueOf(random.nextInt(1, 400), 2);
            Price bid = Price.rounded(average.value().multiply(factor));
            Price ask = Price.rounded(bid.value().multiply(new BigDecimal(random.nextInt(9) == 0 ? "0.9" : "1.1")));
            Instant seenAt = now.minusMillis(random.nextInt(0, 3_000));
            return new Quote(random.nextInt(9) == 0 ? null : bid, random.nextInt(9) == 0 ? null : ask, seenAt);
        }

        private static ExitPlan plan(RandomGenerator random) {
            List<TakeProfit> levels = new ArrayList<>();
            int rest = 100;
            int above = 0;
            for (int i = random.nextInt(0, 4); i > 0 && rest > 0; i--) {
                int share = i == 1 && random.nextBoolean() ? rest : random.nextInt(1, rest + 1);
                above += random.nextInt(1, 100);
                levels.add(new TakeProfit(percent(above), percent(share), random.nextInt(4) == 0));
                rest -= share;
            }
            StopLoss stop = new StopLoss(
                    percent(random.nextInt(1, 100)),
                    Duration.ofMillis(random.nextInt(0, 4_000)),
                    Duration.ofMillis(random.nextInt(0, 20_000)));
            TrailingStop trailing =
                    new TrailingStop(percent(random.nextInt(1, 100)), percent(random.nextInt(0, 200)));
            return new ExitPlan(
                    levels,
                    random.nextBoolean() ? stop : null,
                    random.nextBoolean() ? trailing : null,
                    Duration.ofSeconds(random.nextInt(1, 200)),
                    null,
                    AtStop.KEEP_EXITS);
        }

        private static Ratio percent(int percent) {
            return new Ratio(BigDecimal.valueOf(percent, 2));
        }
    }
}
