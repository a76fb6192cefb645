package io.firstfill.mexc.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.mexc.SettableClock;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviours;
import io.firstfill.simulator.rest.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two processes, one of them with two accounts, share an exit address by time: whatever they send and whenever openings
 * become known, the exchange's own limiter refuses nothing.
 */
class SharedByTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<MexcEndpoint> ENDPOINTS = List.of(MexcEndpoint.values());
    private static final int SURPRISE = 8;
    private static final EgressLimits LIMITS = new EgressLimits(12, 6, 18, 285, 2, Duration.ofSeconds(10), 70, 30);

    private final SettableClock clock = new SettableClock(START);
    private final WeightBudget scanner = new WeightBudget(LIMITS.scanner(SURPRISE), new OpeningPhases(clock), clock);
    private final WeightBudget trader = new WeightBudget(LIMITS.trader(SURPRISE), new OpeningPhases(clock), clock);
    private final AccountBudget one = trader.account();
    private final AccountBudget other = trader.account();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whateverIsSentTheLimiterOfTheExchangeRefusesNothing(long seed) {
        Random random = new Random(seed);
        RateLimits exchange = new RateLimits();
        Behaviour limits = documented();
        List<Instant> openings = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            clock.move(Duration.ofNanos(random.nextInt(1, 20_000_000)));
            if (random.nextInt(700) == 0) {
                openings.add(clock.instant().plusMillis(random.nextInt(-2_000, 30_000)));
            }
            tell(openings, random);
            for (int call = random.nextInt(4); call > 0; call--) {
                MexcEndpoint endpoint = ENDPOINTS.get(random.nextInt(ENDPOINTS.size()));
                send(random.nextInt(3) == 0 ? MexcEndpoint.DEFAULT_SYMBOLS : endpoint, exchange, limits, seed, step);
            }
        }
    }

    /** The scanner knows its own announcement at its next tick; the trader reads it some time later, or much later. */
    private void tell(List<Instant> openings, Random random) {
        if (random.nextInt(10) == 0) {
            scanner.expect(openings);
        }
        if (random.nextInt(40) == 0) {
            scanner.expect(openings);
            trader.expect(openings);
        }
    }

    private void send(MexcEndpoint endpoint, RateLimits exchange, Behaviour limits, long seed, int step) {
        for (AccountBudget account : List.of(scanner.only(), one, other)) {
            if (endpoint.lane() != Lane.WEB && account.tryTake(endpoint) instanceof Grant.Granted) {
                long micros = Duration.between(START, clock.instant()).toNanos() / 1_000;
                boolean order = endpoint.lane() == Lane.ORDER;
                String name = account == one ? "one" : "other";
                assertThat(exchange.take("here", name, endpoint.weight(), order, limits, micros))
                        .as("seed %d step %d %s at %s", seed, step, endpoint, clock.instant())
                        .isZero();
            }
        }
    }

    private static Behaviour documented() {
        Behaviours behaviours = new Behaviours();
        behaviours.patch(new ObjectMapper().createObjectNode().put("requestsPerSecond", 20));
        return behaviours.exchange();
    }

    @Test
    void pollingHasAnIntervalOf125MillisecondsWhileNoOpeningIsNear() {
        scanner.expect(List.of(START.plusSeconds(60)));

        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofMillis(125));
        assertThat(polls(Duration.ofSeconds(20), Duration.ofMillis(125))).isEqualTo(160);
    }

    @Test
    void theWholeOrderRateIsFreeInTheSecondsOfAKnownOpening() {
        Instant opening = START.plusSeconds(60);
        scanner.expect(List.of(opening));
        trader.expect(List.of(opening));
        assertThat(orders()).as("between openings").isEqualTo(SURPRISE);

        clock.move(Duration.ofSeconds(59));

        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofSeconds(1).dividedBy(3));
        assertThat(trader.tryTake(MexcEndpoint.DEPTH)).isInstanceOf(Grant.Granted.class);
        assertThat(trader.tryTake(MexcEndpoint.CANDLES)).isInstanceOf(Grant.Granted.class);
        assertThat(orders()).as("at the opening").isEqualTo(12);
    }

    @Test
    void anOpeningThatBecomesKnownLateGivesNoRoomBeforePollingHasMadeIt() {
        clock.move(Duration.ofSeconds(59));
        trader.expect(List.of(START.plusSeconds(60)));

        clock.move(Duration.ofSeconds(1));

        assertThat(orders()).isEqualTo(SURPRISE);
    }

    @Test
    void eachRefusalForTooManyRequestsLowersTheLimitsForADay() {
        scanner.exceeded(Lane.QUERY);
        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofSeconds(1).dividedBy(7));
        clock.move(Duration.ofSeconds(5));
        scanner.exceeded(Lane.QUERY);
        scanner.exceeded(Lane.WEB);
        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofSeconds(1).dividedBy(6));

        clock.move(Duration.ofHours(25));

        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofMillis(125));
    }

    @Test
    void aThrottleOfTheOtherProcessLowersNoLimitBecauseItMayBeAFirewalls() {
        scanner.stop(Lane.QUERY, START.plusSeconds(10));
        clock.move(Duration.ofSeconds(2));

        assertThat(scanner.pollInterval()).isEqualTo(Duration.ofMillis(125));
    }

    private int polls(Duration time, Duration interval) {
        int granted = 0;
        for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); clock.move(interval)) {
            granted += scanner.tryTake(MexcEndpoint.DEFAULT_SYMBOLS) instanceof Grant.Granted ? 1 : 0;
        }
        return granted;
    }

    private int orders() {
        int granted = 0;
        for (int i = 0; i < 20; i++) {
            granted += trader.tryTake(MexcEndpoint.PLACE_ORDER) instanceof Grant.Granted ? 1 : 0;
        }
        return granted;
    }
}
