package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves over drawn lives of orders that one kill of the trader between any two of its records, or two kills in a row,
 * never lead to a second buy, to a request after a halt, to a permit that is lost or paid with twice, or to another
 * outcome than the exchange's. Every life runs without a kill, with a kill at each record, and a bounded number of
 * times with two kills.
 */
class KillMatrixTest {
    private static final Map<String, String> SETTINGS = Map.of("firstfill.trader.reconcile.resolve-limit", "PT20S");
    /** Longer than the deadline of the signal, every look-up and every back-off together. */
    private static final Duration LENGTH = Duration.ofSeconds(90);

    private final List<LifeInvariants.Tally> tallies = new ArrayList<>();

    @Test
    void noKillChangesWhatMustHold() {
        matrix(Seed.fixed(20_261_128), 30, 1, 3);
    }

    @Test
    @Tag("long")
    void noKillChangesWhatMustHoldInManyLives() {
        matrix(Seed.drawn(), 600, 2, 20);
    }

    /**
     * Runs the lives.
     *
     * @param sides how many of the two sides of each record are killed at: before it is written, after it is written
     * @param pairs number of runs with two kills for each life
     */
    private void matrix(Seed seed, int lives, int sides, int pairs) {
        RandomGenerator random = seed.random();
        for (int number = 0; number < lives; number++) {
            OrderLife life = GeneratedLives.draw(random, number);
            int records = check(seed, life, List.of()).records();
            for (int record = 0; record < records; record++) {
                boolean written = random.nextBoolean();
                check(seed, life, List.of(new Kill(record, written)));
                if (sides == 2) {
                    check(seed, life, List.of(new Kill(record, !written)));
                }
            }
            for (int pair = 0; pair < pairs && records > 0; pair++) {
                check(seed, life, twoKills(random, records));
            }
        }
        assertThatTheMatrixIsNotEmpty(lives);
    }

    /** The second kill comes within the first records of the successor. */
    private static List<Kill> twoKills(RandomGenerator random, int records) {
        int first = random.nextInt(records);
        int second = first + random.nextInt(4);
        return List.of(new Kill(first, random.nextBoolean()), new Kill(second, random.nextBoolean()));
    }

    private record Kill(int record, boolean written) {}

    private LifeRun check(Seed seed, OrderLife life, List<Kill> kills) {
        LifeRun run = new LifeRun(life, SETTINGS);
        kills.forEach(kill -> run.killAt(kill.record(), kill.written()));
        try {
            run.run(LENGTH);
            tallies.add(LifeInvariants.assertHold(run));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(life + " with " + kills + ", replay with " + seed, broken);
        }
        return run;
    }

    /** The lives must buy, halt and be killed twice often enough to prove something. */
    private void assertThatTheMatrixIsNotEmpty(int lives) {
        assertThat(tallies).hasSizeGreaterThan(6 * lives);
        assertThat(tallies).filteredOn(LifeInvariants.Tally::bought).hasSizeGreaterThan(lives);
        assertThat(tallies).filteredOn(LifeInvariants.Tally::halted).hasSizeGreaterThan(lives);
        assertThat(tallies).filteredOn(tally -> tally.kills() == 2).hasSizeGreaterThanOrEqualTo(lives);
    }
}
