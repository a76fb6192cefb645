package io.firstfill.testkit;

import java.lang.System.Logger.Level;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The seed of a random test. {@code -Dfirstfill.seed=N} replaces whatever seed a test has, so that a failure can be
 * replayed. Every seed is logged; a test that fails also names it in its message.
 */
public record Seed(long value) {
    static final String PROPERTY = "firstfill.seed";

    private static final System.Logger LOG = System.getLogger(Seed.class.getName());

    /** The given seed: for the short part of a suite, which runs always and must not fail once in twenty runs. */
    public static Seed fixed(long seed) {
        return logged(Long.getLong(PROPERTY, seed));
    }

    /** A new seed at each run: for the part of a suite that is tagged {@code long}. */
    public static Seed drawn() {
        return logged(Long.getLong(PROPERTY, new SplittableRandom().nextLong(1, Integer.MAX_VALUE)));
    }

    /** A generator of its own for each call; equal seeds give equal draws. */
    public RandomGenerator random() {
        return new SplittableRandom(value);
    }

    @Override
    public String toString() {
        return "-D" + PROPERTY + "=" + value;
    }

    private static Seed logged(long value) {
        Seed seed = new Seed(value);
        LOG.log(Level.INFO, "random test, replay with " + seed);
        return seed;
    }
}
