package io.firstfill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.testkit.GoldenFiles;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records already on a topic must stay readable: a golden file is added, never edited. */
class GoldenFilesTest {
    private final GoldenFiles golden = GoldenFiles.ofModule();

    static Stream<Arguments> types() {
        return Families.ALL.stream().flatMap(family -> Families.leaves(family).map(type -> Arguments.of(family, type)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void theWrittenFormIsTheGoldenOneAndReadsBackTheSame(Class<? extends Message> family, Class<?> type)
            throws IOException {
        Object sample = Samples.of(type);

        String written = Families.JSON.writerFor(family).writeValueAsString(sample);

        golden.assertMatches(type.getSimpleName(), written);
        assertThat((Object) Families.JSON.readValue(written, family)).isEqualTo(sample);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void aFieldAddedLaterIsIgnored(Class<? extends Message> family, Class<?> type) throws IOException {
        Object sample = Samples.of(type);
        ObjectNode written = Families.JSON.valueToTree(sample);
        JsonNode tomorrow = written.put("type", type.getSimpleName()).put("addedTomorrow", "x");

        assertThat((Object) Families.JSON.treeToValue(tomorrow, family)).isEqualTo(sample);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void noDecimalIsAJsonNumber(Class<? extends Message> family, Class<?> type) {
        JsonNode written = Families.JSON.valueToTree(Samples.of(type));

        assertThat(numbers(written)).allMatch(JsonNode::isIntegralNumber);
        assertThat(written.at("/quoteAmount").isNumber()).isFalse();
    }

    private static List<JsonNode> numbers(JsonNode node) {
        return node.isNumber()
                ? List.of(node)
                : node.valueStream().flatMap(child -> numbers(child).stream()).toList();
    }
}
