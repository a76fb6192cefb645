package io.firstfill.control.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Glob;
import io.firstfill.testkit.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves when denied patterns leave nothing of what is allowed. */
class PatternCoverTest {
    @ParameterizedTest
    @CsvSource({
        // allow, deny, nothing left
        ", *, true",
        ", **, true",
        ", ?*, true",
        ", *?, true",
        ", A*, false",
        ", ?, false",
        "*, *, true",
        "AI*, AI*, true",
        "AI*, A*, true",
        "AI*, AI?*, false",
        "A?, A*, true",
        "A*, A?, false",
        "A?, A?, true",
        "ABC, A?C, true",
        "AI* B*, *, true",
        "AI* B*, A* B*, true",
        "AI* B*, A*, false",
        "A*, , false",
        "*3L, *L, true",
        "*L, *3L, false",
        "A*B, *A*B*, true"
    })
    void whatIsDeniedIsComparedWithWhatIsAllowed(@Nullable String allow, @Nullable String deny, boolean nothingLeft) {
        assertThat(PatternCover.refusesAll(list(allow), list(deny))).isEqualTo(nothingLeft);
    }

    @Test
    void noAssetThatIsLeftIsReportedAsRefused() {
        Seed seed = Seed.fixed(12);
        RandomGenerator random = seed.random();
        int covered = 0;
        for (int round = 0; round < 20_000; round++) {
            String allow = text(random, "AB*?");
            String deny = text(random, "AB*?");
            String asset = text(random, "AB");
            if (PatternCover.refusesAll(List.of(allow), List.of(deny))) {
                covered++;
                assertThat(!Glob.matches(allow, asset) || Glob.matches(deny, asset))
                        .as("%s allow=%s deny=%s asset=%s", seed, allow, deny, asset)
                        .isTrue();
            }
        }
        assertThat(covered).isGreaterThan(1_000);
    }

    private static String text(RandomGenerator random, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1, 5);
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static List<String> list(@Nullable String patterns) {
        return patterns == null ? List.of() : Arrays.asList(patterns.split(" ", -1));
    }
}
