package io.firstfill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records already on a topic stay readable. A golden file is added, never edited. */
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

        golden.assertMatches(latest(type), written);
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

    static Stream<Arguments> grownTypes() {
        return types().filter(
                        one -> !latest((Class<?>) one.get()[1]).equals(((Class<?>) one.get()[1]).getSimpleName()));
    }

    @ParameterizedTest(name = "{1} of the first shape")
    @MethodSource("grownTypes")
    void aRecordOfAnEarlierShapeReadsAsOneWithoutWhatWasAdded(Class<? extends Message> family, Class<?> type)
            throws IOException {
        String old = golden.read(type.getSimpleName());

        Object read = Families.JSON.readValue(old, family);

        String again = Families.JSON.writerFor(family).writeValueAsString(read);
        assertThat(Families.JSON.readTree(again)).isEqualTo(Families.JSON.readTree(old));
    }

    /**
     * Returns the golden file of the current shape: a shape that has grown has a file of its own beside the first one.
     */
    private static String latest(Class<?> type) {
        return Stream.of("-3", "-2")
                .map(shape -> type.getSimpleName() + shape)
                .filter(grown -> Files.exists(Path.of("src/test/resources/golden", grown + ".json")))
                .findFirst()
                .orElseGet(type::getSimpleName);
    }

    private static List<JsonNode> numbers(JsonNode node) {
        return node.isNumber()
                ? List.of(node)
                : node.valueStream().flatMap(child -> numbers(child).stream()).toList();
    }
}
