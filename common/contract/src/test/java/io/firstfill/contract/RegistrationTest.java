package io.firstfill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every permitted type of a family is registered for JSON: an unregistered type would be written and could never be
 * read.
 */
class RegistrationTest {
    static List<? extends Class<? extends Message>> families() {
        return Families.ALL;
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyPermittedTypeIsRegisteredForJson(Class<?> family) {
        List<Class<?>> registered = Arrays.stream(Objects.requireNonNull(family.getAnnotation(JsonSubTypes.class))
                        .value())
                .<Class<?>>map(type -> type.value())
                .toList();

        assertThat(registered).isEqualTo(Families.leaves(family).toList());
    }
}
