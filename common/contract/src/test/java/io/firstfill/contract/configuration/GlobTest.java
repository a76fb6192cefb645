package io.firstfill.contract.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patterns that operators write match whole names, in upper and lower case (FR-001). */
class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, NEWT, true",
        "NEWT, NEWT, true",
        "newt, NEWT, true",
        "NEW?, NEWT, true",
        "NEW?, NEW, false",
        "N*T, NEWT, true",
        "N*T, NEWTS, false",
        "*W*, NEWT, true",
        "*X*, NEWT, false",
        "A.C, ABC, false",
        "*A*A*A*A*B, AAAAAAAAAAAAAAAAAAAAAAAAAAAA, false",
        "3*, 3L, true",
    })
    void starIsAnyRunAndQuestionMarkAnyOneCharacter(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }
}
