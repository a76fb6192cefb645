package io.firstfill.risk.book;

import static io.firstfill.risk.Told.RUN;
import static io.firstfill.risk.Told.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.Told;
import io.firstfill.risk.cap.Usage;
import io.firstfill.service.json.JsonSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SC-004 over days nobody thought of: at every step no cap is passed, counted from the book and again from what a trader
 * really did; with duplicates, restarts, halts and runs in between.
 */
class RandomDaysTest {
    private static final int STEPS = 3_000;
    private static final Caps CAPS = caps(7, "60", 4);

    private final ObjectMapper json = new ObjectMapper();
    private final List<PermitGranted> free = new ArrayList<>();
    private final List<PermitGranted> sent = new ArrayList<>();
    private final List<Message> told = new ArrayList<>();
    private final List<Bought> bought = new ArrayList<>();
    private final List<PermitId> granted = new ArrayList<>();
    private RunId run = RUN;

    private record Bought(RunId run, Instant at, Amount amount) {}

    RandomDaysTest() {
        new JsonSettings().customize(json);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noCapIsEverPassed(long seed) throws JsonProcessingException {
        Random chance = new Random(seed);
        Desk desk = Desk.open();
        tell(desk, Told.started(run, "10", CAPS));

        for (int step = 0; step < STEPS; step++) {
            something(desk, chance);
            holds(desk, "seed " + seed + " step " + step);
        }

        assertThat(granted).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(bought).hasSizeGreaterThan(20);
    }

    private void something(Desk desk, Random chance) throws JsonProcessingException {
        switch (chance.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> submit(desk, chance);
            case 5, 6, 7 -> outcome(desk, chance);
            case 8, 9, 10 -> giveBack(desk, chance);
            case 11, 12, 13 -> learn(desk.waits(Duration.ofSeconds(chance.nextInt(300))));
            case 14, 15 -> again(desk, chance);
            case 16 -> desk.book = json.readValue(json.writeValueAsString(desk.book), RiskBook.class);
            case 17 -> halt(desk, chance);
            case 18 -> tell(desk, chance.nextBoolean() ? Told.suspended(run) : Told.resumed(run));
            default -> nextRun(desk, chance);
        }
    }

    /** Also with permits that were revoked or have expired: the word may not have reached the trader. */
    private void submit(Desk desk, Random chance) {
        if (!free.isEmpty()) {
            PermitGranted permit = free.remove(chance.nextInt(free.size()));
            sent.add(permit);
            tell(desk, Told.submitted(permit));
        }
    }

    private void outcome(Desk desk, Random chance) {
        if (sent.isEmpty()) {
            return;
        }
        PermitGranted permit = sent.remove(chance.nextInt(sent.size()));
        String amount = Integer.toString(1 + chance.nextInt(10));
        bought.add(new Bought(permit.runId(), desk.now, Amount.of(amount)));
        tell(
                desk,
                chance.nextBoolean() ? Told.filled(permit, desk.now, amount) : Told.canceled(permit, desk.now, amount));
    }

    private void giveBack(Desk desk, Random chance) {
        List<PermitGranted> from = chance.nextInt(4) == 0 ? sent : free;
        if (!from.isEmpty()) {
            tell(desk, Told.returned(from.remove(chance.nextInt(from.size()))));
        }
    }

    private void again(Desk desk, Random chance) {
        int reach = Math.min(told.size(), 200);
        Message duplicate = told.get(told.size() - 1 - chance.nextInt(reach));
        RiskBook before = desk.book;
        assertThat(desk.hears(duplicate)).isEmpty();
        assertThat(desk.book).isEqualTo(before);
    }

    private void halt(Desk desk, Random chance) {
        tell(desk, Told.set(chance.nextInt(3) == 0 ? TradingState.HALTED : TradingState.ACTIVE));
    }

    private void nextRun(Desk desk, Random chance) {
        if (chance.nextInt(4) == 0) {
            if (chance.nextBoolean()) {
                tell(desk, Told.stop(run));
            }
            run = RunId.derivedFrom(run, "next");
            tell(desk, Told.started(run, "10", CAPS));
        }
    }

    private void tell(Desk desk, Message message) {
        told.add(message);
        learn(desk.hears(message));
    }

    private void learn(List<Message> said) {
        Desk.granted(said).forEach(permit -> {
            granted.add(permit.permitId());
            free.add(permit);
        });
    }

    private void holds(Desk desk, String when) {
        Usage usage = desk.usage();
        Instant hourAgo = desk.now.minus(RiskBook.HOUR);
        long trades = bought.stream().filter(buy -> buy.at().isAfter(hourAgo)).count();
        int open = free.size() + sent.size();
        Amount spent = bought.stream()
                .filter(buy -> buy.run().equals(run))
                .map(Bought::amount)
                .reduce(Amount.ZERO, Amount::plus);

        assertThat(usage.concurrentListings()).as(when).isEqualTo(open).isLessThanOrEqualTo(4);
        assertThat(usage.tradesInHour()).as(when).isEqualTo((int) trades + open).isLessThanOrEqualTo(7);
        assertThat(usage.spend()).as(when).isGreaterThanOrEqualTo(spent).isLessThanOrEqualTo(CAPS.spend());
    }
}
