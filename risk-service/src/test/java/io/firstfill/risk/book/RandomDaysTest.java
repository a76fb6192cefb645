package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.cap.Usage;
import io.firstfill.service.json.JsonSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves SC-004 over random days: at every step no cap is exceeded, counted from the risk book and again from what a
 * trader did, by the time that has passed in truth; with duplicates, restarts, halts, changes of runs, and steps of the
 * wall clock by up to two hours forward and back in between.
 */
class RandomDaysTest {
    private static final int STEPS = 3_000;
    private static final Caps CAPS = caps(7, "60", 4);

    private final ObjectMapper json = new ObjectMapper();
    private final List<PermitGranted> free = new ArrayList<>();
    private final List<PermitGranted> sent = new ArrayList<>();
    private final List<Message> applied = new ArrayList<>();
    private final List<Bought> bought = new ArrayList<>();
    private final List<PermitId> granted = new ArrayList<>();
    private RunId run = RUN;

    /** @param at the time that had passed in truth */
    private record Bought(RunId run, Duration at, Amount amount) {}

    RandomDaysTest() {
        new JsonSettings().customize(json);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noCapIsEverPassed(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        RiskEngineFixture engine = RiskEngineFixture.open();
        apply(engine, InputMessages.started(run, "10", CAPS));

        for (int step = 0; step < STEPS; step++) {
            randomEvent(engine, random);
            assertCapsHold(engine, "seed " + seed + " step " + step);
        }

        assertThat(granted).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(bought).hasSizeGreaterThan(20);
    }

    private void randomEvent(RiskEngineFixture engine, Random random) throws JsonProcessingException {
        switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4 -> submit(engine, random);
            case 5, 6, 7 -> finish(engine, random);
            case 8, 9, 10 -> returnPermit(engine, random);
            case 11, 12, 13 -> hold(engine.advance(Duration.ofSeconds(random.nextInt(300))));
            case 14, 15 -> repeat(engine, random);
            case 16 -> engine.book = stored(engine.book);
            case 17 -> halt(engine, random);
            case 18 -> hold(engine.step(Duration.ofSeconds(random.nextInt(14_400) - 7_200)));
            case 19 -> restart(engine, random);
            case 20 -> apply(engine, random.nextBoolean() ? InputMessages.suspended(run) : InputMessages.resumed(run));
            default -> nextRun(engine, random);
        }
    }

    /** Replaces the processor by one that has only the stored book, some seconds or hours later. */
    private void restart(RiskEngineFixture engine, Random random) throws JsonProcessingException {
        engine.book = stored(engine.book);
        hold(engine.restart(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 60 : 7_200))));
    }

    private RiskBook stored(RiskBook book) throws JsonProcessingException {
        return json.readValue(json.writeValueAsString(book), RiskBook.class);
    }

    /** Submits also with permits that were revoked or have expired: the trader may not have read the revocation. */
    private void submit(RiskEngineFixture engine, Random random) {
        if (!free.isEmpty()) {
            PermitGranted permit = free.remove(random.nextInt(free.size()));
            sent.add(permit);
            apply(engine, InputMessages.submitted(permit));
        }
    }

    private void finish(RiskEngineFixture engine, Random random) {
        if (sent.isEmpty()) {
            return;
        }
        PermitGranted permit = sent.remove(random.nextInt(sent.size()));
        String amount = Integer.toString(1 + random.nextInt(10));
        bought.add(new Bought(permit.runId(), engine.passed, Amount.of(amount)));
        apply(
                engine,
                random.nextBoolean()
                        ? InputMessages.filled(permit, engine.now, amount)
                        : InputMessages.canceled(permit, engine.now, amount));
    }

    private void returnPermit(RiskEngineFixture engine, Random random) {
        List<PermitGranted> from = random.nextInt(4) == 0 ? sent : free;
        if (!from.isEmpty()) {
            apply(engine, InputMessages.returned(from.remove(random.nextInt(from.size()))));
        }
    }

    private void repeat(RiskEngineFixture engine, Random random) {
        int reach = Math.min(applied.size(), 200);
        Message duplicate = applied.get(applied.size() - 1 - random.nextInt(reach));
        RiskBook before = engine.book;
        assertThat(engine.apply(duplicate).all()).isEmpty();
        assertThat(engine.book).isEqualTo(before);
    }

    private void halt(RiskEngineFixture engine, Random random) {
        apply(engine, InputMessages.set(random.nextInt(3) == 0 ? TradingState.HALTED : TradingState.ACTIVE));
    }

    private void nextRun(RiskEngineFixture engine, Random random) {
        if (random.nextInt(4) == 0) {
            if (random.nextBoolean()) {
                apply(engine, InputMessages.stop(run));
            }
            run = RunId.derivedFrom(run, "next");
            apply(engine, InputMessages.started(run, "10", CAPS));
        }
    }

    private void apply(RiskEngineFixture engine, Message message) {
        applied.add(message);
        hold(engine.apply(message));
    }

    private void hold(PublishedEvents published) {
        published.granted().forEach(permit -> {
            granted.add(permit.permitId());
            free.add(permit);
        });
    }

    private void assertCapsHold(RiskEngineFixture engine, String when) {
        Usage usage = engine.usage();
        Duration hourAgo = engine.passed.minus(HourOfTrades.LENGTH);
        long trades =
                bought.stream().filter(buy -> buy.at().compareTo(hourAgo) > 0).count();
        int open = free.size() + sent.size();
        Amount spent = bought.stream()
                .filter(buy -> buy.run().equals(run))
                .map(Bought::amount)
                .reduce(Amount.ZERO, Amount::plus);

        assertThat(usage.concurrentListings()).as(when).isEqualTo(open).isLessThanOrEqualTo(4);
        assertThat(usage.tradesInHour())
                .as(when)
                .isGreaterThanOrEqualTo((int) trades + open)
                .isLessThanOrEqualTo(7);
        assertThat(usage.spend()).as(when).isGreaterThanOrEqualTo(spent).isLessThanOrEqualTo(CAPS.spend());
    }
}
