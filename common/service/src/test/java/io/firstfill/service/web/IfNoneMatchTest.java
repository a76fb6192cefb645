package io.firstfill.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags are compared weakly (RFC 9110, 8.8.3.2): weak or not, alone or in a list. */
class IfNoneMatchTest {
    @ParameterizedTest
    @ValueSource(strings = {"W/\"a1\"", "\"a1\"", "\"b\", W/\"a1\"", "\"b\",\"a1\" , \"c\"", "*", " * "})
    void aHeaderThatNamesTheTagMatches(String header) {
        assertThat(IfNoneMatch.matches(List.of(header), "a1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "\"a1", "\"A1\"", "\"a12\"", "\"xa1\"", "\"*\"", "\"b\", \"c\""})
    void aHeaderThatDoesNotNameTheTagMatchesNothing(String header) {
        assertThat(IfNoneMatch.matches(List.of(header), "a1")).isFalse();
    }

    @Test
    void everyHeaderOfTheRequestCounts() {
        assertThat(IfNoneMatch.matches(List.of("\"b\"", "\"a1\""), "a1")).isTrue();
    }
}
