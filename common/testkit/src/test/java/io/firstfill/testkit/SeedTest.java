package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Proves that the seed of a random test can be set from outside, and that equal seeds give equal draws. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SeedTest {
    private final String before = System.getProperty(Seed.PROPERTY, "");

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(Seed.PROPERTY);
        } else {
            System.setProperty(Seed.PROPERTY, before);
        }
    }

    @Test
    void thePropertyReplacesFixedAndDrawnSeeds() {
        System.setProperty(Seed.PROPERTY, "4711");

        assertThat(Seed.fixed(1).value()).isEqualTo(4711);
        assertThat(Seed.drawn().value()).isEqualTo(4711);
    }

    @Test
    void aDrawnSeedReplaysFromWhatItPrints() {
        System.clearProperty(Seed.PROPERTY);
        Seed drawn = Seed.drawn();
        long first = drawn.random().nextLong();

        System.setProperty(Seed.PROPERTY, drawn.toString().replace("-D" + Seed.PROPERTY + "=", ""));

        assertThat(Seed.drawn().random().nextLong()).isEqualTo(first);
    }
}
