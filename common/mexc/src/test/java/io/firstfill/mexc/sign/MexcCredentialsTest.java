package io.firstfill.mexc.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FR-002: credentials appear neither in source, logs and events nor in error messages. */
class MexcCredentialsTest {

    private static final MexcCredentials CREDENTIALS = new MexcCredentials("the-key", "the-secret");

    @Test
    void printNeitherKeyNorSecret() {
        assertThat(CREDENTIALS.toString()).doesNotContain("the-key").doesNotContain("the-secret");
    }

    @Test
    void areNotWrittenAsJsonEvenByAMapperThatReadsFields() {
        JsonMapper prying = JsonMapper.builder()
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .build();

        assertThatThrownBy(() -> prying.writeValueAsString(Map.of("held", CREDENTIALS)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageNotContaining("the-key")
                .hasMessageNotContaining("the-secret");
    }

    @Test
    void aKeyWithALineBreakIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new MexcCredentials("key\r\nx-evil: 1", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("evil");
    }
}
