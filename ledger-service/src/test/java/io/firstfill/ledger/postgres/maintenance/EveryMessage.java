package io.firstfill.ledger.postgres.maintenance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Family;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages of every type of the contract, from its golden files, in a random order and at random times. */
final class EveryMessage {
    private static final Path GOLDEN = Path.of("..", "common", "contract", "src", "test", "resources", "golden");
    private static final Set<String> NOT_JOURNALLED =
            Set.of(Topics.RECORDED, Topics.SCANNER_BASELINE, Topics.ORDER_MEMORY, Topics.HEARTBEATS, Topics.MARKS);
    private static final String GOLDEN_ID = "55a54008-ad1b-3589-aa21-0d2629c1df41";
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final ObjectMapper JSON = new ObjectMapper();

    private EveryMessage() {}

    /**
     * Returns each message so many times, each time with another id, by topic.
     *
     * @param things runs, orders, positions and so on that the messages are about
     */
    static List<Map.Entry<String, byte[]>> of(EnvironmentId environment, int times, int things, Random random) {
        List<Map.Entry<String, byte[]>> messages = new ArrayList<>();
        for (Path file : files()) {
            for (int i = 0; i < times; i++) {
                byte[] bytes = message(file, environment, random.nextInt(things), random);
                topic(bytes).ifPresent(topic -> messages.add(Map.entry(topic, bytes)));
            }
        }
        Collections.shuffle(messages, random);
        return messages;
    }

    private static byte[] message(Path file, EnvironmentId environment, int thing, Random random) {
        try {
            String text = Files.readString(file)
                    .replace(
                            GOLDEN_ID,
                            UUID.nameUUIDFromBytes((environment + "/" + thing).getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .replace("\"value\"", "\"" + environment + "-" + thing + "\"");
            ObjectNode message = (ObjectNode) JSON.readTree(text);
            message.put("environment", environment.value());
            ObjectNode meta = (ObjectNode) message.get("meta");
            meta.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
            meta.put(
                    "occurredAt",
                    LedgerFixture.T0.plusSeconds(random.nextInt(3_600)).toString());
            return message.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> topic(byte[] message) {
        return Arrays.stream(Family.values())
                .map(Family::topic)
                .filter(topic -> !NOT_JOURNALLED.contains(topic))
                .filter(topic -> isReadable(topic, message))
                .findFirst();
    }

    private static boolean isReadable(String topic, byte[] message) {
        try {
            CODEC.read(topic, message);
            return true;
        } catch (UnreadableMessageException e) {
            return false;
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
