package io.firstfill.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.RunningSimulator;
import io.firstfill.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Proves that a mutation reaches every field of whatever is answered or pushed, and that a seed replays it. */
class MutationTest {
    private static final String ANSWER = """
            {"a":1,"rows":[{"x":"1","y":{"z":null}},{"x":"2","y":{"z":7}}],"of the future":{"deep":["q"]}}""";

    @Test
    void everyFieldIsReplacedInTurnWhateverTheAnswerHas() {
        Set<String> places =
                Set.of("/a", "/rows", "/rows/0", "/rows/0/x", "/rows/0/y", "/rows/0/y/z", "/of the future");

        Set<String> changed = new HashSet<>();
        LongStream.range(0, 200)
                .forEach(turn -> changed.addAll(changedPlaces(new Effect.Mutate(1, true, false), turn)));

        assertThat(changed).containsAll(places).contains("/of the future/deep", "/of the future/deep/0");
    }

    @Test
    void aSeedReplaysItsMutationsAndAnotherSeedHasOthers() {
        assertThat(bodies(7)).isEqualTo(bodies(7)).isNotEqualTo(bodies(8));
    }

    @Test
    void oddRowsStandBesideTheGoodOnes() throws JsonProcessingException {
        JsonNode good = Json.MAPPER.readTree(ANSWER).path("rows");

        for (int seed = 0; seed < 50; seed++) {
            String mutated = new AnswerMutation(new Effect.Mutate(seed, false, true), 0).apply(ANSWER);

            List<JsonNode> rows = new ArrayList<>();
            Json.MAPPER.readTree(mutated).path("rows").forEach(rows::add);
            assertThat(rows)
                    .as("seed %d", seed)
                    .contains(good.get(0), good.get(1))
                    .hasSize(5);
        }
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        assertThat(new AnswerMutation(new Effect.Mutate(1, false, false), 0).apply("<html>"))
                .isEqualTo("<html>");
    }

    @Test
    void aPushedFrameIsChangedReplayablyDownToTheFieldsOfItsBody() {
        byte[] body = WireField.write(
                List.of(WireField.ofBytes(1, "id-1".getBytes(StandardCharsets.UTF_8)), WireField.ofNumber(15, 2)));
        byte[] frame =
                WireField.write(List.of(WireField.ofNumber(6, 1_700_000_000_000L), WireField.ofBytes(304, body)));
        Set<String> bodies = new HashSet<>();

        for (int turn = 0; turn < 300; turn++) {
            byte[] mutated = new FrameMutation(new Effect.Mutate(3, false, false), turn).apply(frame);
            byte[] again = new FrameMutation(new Effect.Mutate(3, false, false), turn).apply(frame);
            assertThat(again).isEqualTo(mutated);
            WireField.read(mutated)
                    .ifPresent(fields -> fields.stream()
                            .filter(field -> field.number() == 304 && field.isBytes())
                            .forEach(field -> bodies.add(new String(field.value(), StandardCharsets.ISO_8859_1))));
        }

        assertThat(bodies).hasSizeGreaterThan(20);
    }

    @Test
    void aRuleMutatesItsEndpointForItsCountAndLeavesTheExchangeAsItIs() {
        try (RunningSimulator simulator = new RunningSimulator()) {
            String healthy = simulator.get("/api/v3/defaultSymbols").response().body();
            simulator.inject("\"endpoint\":\"GET /api/v3/defaultSymbols\",\"count\":1,"
                    + "\"effect\":{\"type\":\"mutate\",\"seed\":5}");

            assertThat(simulator.get("/api/v3/defaultSymbols").response().body())
                    .isNotEqualTo(healthy);
            assertThat(simulator.get("/api/v3/defaultSymbols").response().body())
                    .isEqualTo(healthy);
        }
    }

    private static List<String> bodies(long seed) {
        return LongStream.range(0, 20)
                .mapToObj(turn -> new AnswerMutation(new Effect.Mutate(seed, false, false), turn).apply(ANSWER))
                .toList();
    }

    private static Set<String> changedPlaces(Effect.Mutate effect, long turn) {
        try {
            Set<String> changed = new HashSet<>();
            compare(
                    "",
                    Json.MAPPER.readTree(ANSWER),
                    Json.MAPPER.readTree(new AnswerMutation(effect, turn).apply(ANSWER)),
                    changed);
            return changed;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void compare(String path, JsonNode before, JsonNode after, Set<String> changed) {
        boolean inside = before.isContainerNode() && before.getNodeType() == after.getNodeType();
        if (!inside && !before.equals(after)) {
            changed.add(path);
        }
        before.properties().forEach(entry -> {
            if (inside) {
                compare(path + "/" + entry.getKey(), entry.getValue(), after.path(entry.getKey()), changed);
            }
        });
        for (int i = 0; inside && before.isArray() && i < before.size(); i++) {
            compare(path + "/" + i, before.get(i), after.path(i), changed);
        }
    }
}
