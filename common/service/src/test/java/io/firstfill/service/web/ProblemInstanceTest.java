package io.firstfill.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The instance of a problem is the path as it was called, and a URI reference whatever was called. */
class ProblemInstanceTest {
    @Test
    void aPathIsShownAsItWasCalled() {
        assertThat(ProblemInstance.of("/api/control/v1/runs")).isEqualTo("/api/control/v1/runs");
        assertThat(ProblemInstance.of("/runs/%1B%5B2J/a+b%20c/%C3%A4")).isEqualTo("/runs/%1B%5B2J/a+b%20c/%C3%A4");
        assertThat(ProblemInstance.of("/runs/[A-Z]/ä b%")).isEqualTo("/runs/%5BA-Z%5D/%C3%A4%20b%25");
    }

    @Test
    void aLongPathIsNotCutInsideACharacter() {
        for (int before = 0; before < 3; before++) {
            String cut = ProblemInstance.of("/" + "a".repeat(before) + "%39".repeat(300));
            assertThat(cut).endsWith("%39").hasSizeBetween(497, 500);
        }
    }

    @Test
    void everyPathIsAUriReferenceAndComesThroughTheLibraryUnchanged() {
        Seed seed = Seed.fixed(20261128);
        RandomGenerator random = seed.random();
        for (int i = 0; i < 2_000; i++) {
            String path = "/" + text(random);
            String instance = ProblemInstance.of(path);
            assertThat(URI.create("http://host" + instance))
                    .as("%s %s", path, seed)
                    .isNotNull();
            String written =
                    URLDecoder.decode(ProblemInstance.encodedOnce(instance).toString(), StandardCharsets.UTF_8);
            assertThat(written).as("%s %s", path, seed).isEqualTo(instance);
        }
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(4) == 0 ? "%/+[".charAt(random.nextInt(4)) : (char) random.nextInt(0x20, 0x250));
        }
        return text.toString();
    }
}
