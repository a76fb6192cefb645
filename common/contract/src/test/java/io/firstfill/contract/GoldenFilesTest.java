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

    static Stream<Arguments> earlierShapes() {
        return types().flatMap(one -> earlier((Class<?>) one.get()[1]).map(shape -> Arguments.of(one.get()[0], shape)));
    }

    private static Stream<String> earlier(Class<?> type) {
        return Stream.iterate(1, shape -> shape + 1)
                .map(shape -> shape == 1 ? type.getSimpleName() : type.getSimpleName() + "-" + shape)
                .takeWhile(name -> !name.equals(latest(type)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("earlierShapes")
    void aRecordOfAnEarlierShapeReadsAsOneWithoutWhatWasAdded(Class<? extends Message> family, String shape)
            throws IOException {
        String old = golden.read(shape);

        Object read = Families.JSON.readValue(old, family);

        String again = Families.JSON.writerFor(family).writeValueAsString(read);
        assertThat(Families.JSON.readTree(again)).isEqualTo(Families.JSON.readTree(old));
    }

    /** Returns the golden file of the current shape: each shape after the first has a file with its number. */
    private static String latest(Class<?> type) {
        String name = type.getSimpleName();
        for (int shape = 2; Files.exists(file(type.getSimpleName() + "-" + shape)); shape++) {
            name = type.getSimpleName() + "-" + shape;
        }
        return name;
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/golden", name + ".json");
    }

    private static List<JsonNode> numbers(JsonNode node) {
        return node.isNumber()
                ? List.of(node)
                : node.valueStream().flatMap(child -> numbers(child).stream()).toList();
    }
}
