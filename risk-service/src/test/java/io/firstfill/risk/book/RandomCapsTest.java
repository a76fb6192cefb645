package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.RandomLimits;
import io.firstfill.risk.cap.Limit;
import io.firstfill.risk.cap.Limits;
import io.firstfill.testkit.Seed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves over random histories that no permit is granted beyond a cap at any level, counted from what the trader did in
 * truth, and that no permit is lost for good: with guardrails and configurations that change in the middle, breakers
 * that trip and are reset, restarts of risk and of the trader, a lost book, duplicates, topics read in any order,
 * halts, changes of runs, and steps of the wall clock.
 */
class RandomCapsTest {
    private static final int STEPS = 4_000;

    private final Map<String, Deque<Message>> topics = new TreeMap<>();
    private final List<Message> history = new ArrayList<>();
    private final TraderModel trader = new TraderModel();
    private final RiskEngineFixture engine = new RiskEngineFixture(RandomLimits.CEILINGS);
    private RandomGenerator random = Seed.fixed(1).random();
    private String when = "";
    private RunId run = RUN;
    private Guardrails guardrails = Guardrails.NONE;
    private final Map<RunId, Caps> caps = new HashMap<>();
    private int fresh;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noCapIsPassedAndNoPermitIsLost(long seed) {
        live(Seed.fixed(seed), STEPS);
    }

    @Tag("long")
    @RepeatedTest(20)
    void noCapIsPassedAndNoPermitIsLostOverAndOver() {
        live(Seed.drawn(), 20_000);
    }

    /** Lives one history: an even seed steps the clock and changes limits, an odd one loses the book. */
    private void live(Seed seed, int steps) {
        random = seed.random();
        boolean changing = seed.value() % 2 == 0;
        note(engine.openEnvironment());
        send(InputMessages.started(run, "10", new Caps(9, Amount.of("90"), 5)));
        for (int step = 0; step < steps; step++) {
            when = seed + " step " + step;
            act(changing);
        }
        settle();
        assertThat(fresh).as(when).isGreaterThan(steps / 60);
        assertThat(engine.book.reservations())
                .as("what risk counts is what the trader holds, %s", when)
                .extracting(Reservation::permit)
                .containsExactlyInAnyOrderElementsOf(trader.out.keySet());
        assertThat(engine.usablePermits()).as("buying goes on, %s", when).isNotEmpty();
        assertThat(engine.book.exposure().wanted()).as(when).allMatch(one -> one.until() == null);
    }

    private void act(boolean changing) {
        switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4, 5, 6 -> someTimes(this::deliver);
            case 7, 8, 9, 10 -> someTimes(trader::read);
            case 11, 12, 13 -> trader.submit(random);
            case 14 -> trader.arm(random);
            case 15, 16, 17 -> trader.end(random, engine.now, engine.passed);
            case 18 -> trader.settle(random, engine.now);
            case 19 -> trader.close(random, engine.now);
            case 20, 21, 22 -> pass(Duration.ofSeconds(random.nextInt(random.nextInt(20) == 0 ? 20_000 : 300)));
            case 23 -> restart();
            case 24 -> trader.restart();
            case 25 -> send(CapMessages.reset(random.nextBoolean() ? Cap.CONSECUTIVE_FAILURES : Cap.LOSS_PER_DAY));
            case 26 -> send(InputMessages.set(random.nextInt(4) == 0 ? TradingState.HALTED : TradingState.ACTIVE));
            case 27 -> nextRun();
            default -> {
                if (changing) {
                    change();
                } else if (random.nextInt(60) == 0) {
                    lose();
                }
            }
        }
    }

    private void someTimes(Runnable action) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            action.run();
        }
    }

    private void change() {
        switch (random.nextInt(5)) {
            case 2 -> send(trader.wanted(random));
            case 0 -> send(CapMessages.guardrails(engine.book.limits().version(), RandomLimits.guardrails(random)));
            case 1 -> {
                Caps next = RandomLimits.caps(random);
                send(InputMessages.applied(run, random.nextInt(4) == 0 ? "7" : "10", next));
            }
            default -> note(engine.step(Duration.ofSeconds(random.nextInt(14_400) - 7_200)));
        }
    }

    private void nextRun() {
        if (random.nextInt(12) == 0) {
            if (random.nextBoolean()) {
                send(InputMessages.stop(run));
            }
            trader.stop(run);
            run = RunId.derivedFrom(run, "next");
            send(InputMessages.started(run, "10", new Caps(9, Amount.of("90"), 5)));
        }
    }

    private void send(Message message) {
        topics.computeIfAbsent(Family.of(message).topic(), topic -> new ArrayDeque<>())
                .add(message);
    }

    /** Risk reads the next record of a topic, perhaps twice. */
    private void deliver() {
        trader.orders.forEach(this::send);
        trader.orders.clear();
        List<Deque<Message>> waiting =
                topics.values().stream().filter(topic -> !topic.isEmpty()).toList();
        if (!waiting.isEmpty()) {
            Message next = waiting.get(random.nextInt(waiting.size())).remove();
            apply(next);
            if (random.nextInt(8) == 0) {
                apply(next);
            }
        }
    }

    private void apply(Message message) {
        history.add(message);
        read(message);
    }

    private void read(Message message) {
        if (message instanceof RunStarted started) {
            caps.putIfAbsent(started.runId(), started.snapshot().caps());
        } else if (message instanceof ConfigurationApplied applied) {
            caps.replace(applied.runId(), applied.snapshot().caps());
        }
        note(engine.apply(message));
    }

    private void pass(Duration time) {
        note(engine.advance(time));
        trader.expire(engine.now);
    }

    private void restart() {
        note(engine.restartFromStore(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 60 : 7_200))));
    }

    /** Loses the book and its offsets: everything is read once more, by the time of the records as Streams does. */
    private void lose() {
        engine.book = RiskBook.empty(InputMessages.PAPER);
        List.copyOf(history).forEach(this::read);
    }

    private void note(PublishedEvents events) {
        for (Message event : events.all()) {
            if (event instanceof GuardrailsChanged changed) {
                guardrails = changed.guardrails();
                send(event);
            } else if (event instanceof TradingStateChanged) {
                send(event);
            }
        }
        int granted = trader.publish(events);
        fresh += granted;
        if (granted > 0) {
            assertThat(engine.book.exposure().breakers().tripped()).as(when).isEmpty();
            RunId current = Objects.requireNonNull(engine.book.run()).id();
            new Limits(RandomLimits.CEILINGS, guardrails, 0)
                    .all(caps.get(current))
                    .forEach(limit -> assertHolds(limit, new CapTruth(trader, current, engine.passed)));
        }
    }

    private void assertHolds(Limit limit, CapTruth truth) {
        assertThat(truth.used(limit.cap()))
                .as("%s at level %s, %s", limit.cap(), limit.level(), when)
                .isLessThanOrEqualTo(limit.amount().value());
    }

    /** Lets everything end that is under way, and the hour and the day pass. */
    private void settle() {
        engine.now = NOON.plus(engine.passed);
        send(InputMessages.set(TradingState.ACTIVE));
        send(CapMessages.guardrails(engine.book.limits().version(), Guardrails.NONE));
        trader.stop(run);
        run = RunId.derivedFrom(run, "last");
        send(InputMessages.started(run, "10", new Caps(9, Amount.of("90"), 5)));
        for (int round = 0; round < 40; round++) {
            trader.finish(random, engine.now, engine.passed);
            while (!trader.positions.isEmpty() && round < 20) {
                trader.close(random, engine.now);
            }
            send(CapMessages.reset(Cap.CONSECUTIVE_FAILURES));
            send(CapMessages.reset(Cap.LOSS_PER_DAY));
            while (!trader.isIdle() || topics.values().stream().anyMatch(topic -> !topic.isEmpty())) {
                deliver();
                trader.read();
            }
            pass(Duration.ofHours(1));
        }
        while (!trader.isIdle() || topics.values().stream().anyMatch(topic -> !topic.isEmpty())) {
            deliver();
            trader.read();
        }
        engine.passTime();
    }
}
