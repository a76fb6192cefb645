package io.firstfill.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Changes one pushed frame in one place. It walks the protobuf wire format without knowing the messages: a field that
 * reads as a message is descended into.
 *
 * @param turn the number of this mutation among those of its rule, from 0
 */
public record FrameMutation(Effect.Mutate effect, long turn) {

    private static final int LONG_TEXT = 1_000_000;

    private static final List<String> TEXTS = List.of(
            "",
            "1e999999999",
            "-1",
            "0.1234567890123456789012345678901234567890",
            "99999999999999999999999999999999999999999999999999",
            "a\u0000b",
            "\u001b\u0007",
            "NaN",
            "A_WORD_NOBODY_KNOWS",
            "9".repeat(LONG_TEXT));

    private static final List<Long> NUMBERS =
            List.of(0L, -1L, 99L, Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800_000L, -62_135_596_800_001L);

    private static final byte[] NO_UTF_8 = {(byte) 0xC0, (byte) 0xAF, (byte) 0xED, (byte) 0xA0, (byte) 0x80};

    byte[] apply(byte[] frame) {
        RandomGenerator random = new SplittableRandom(effect.seed() * 1_000_003 + turn);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length + 1));
            case 1 -> noise(random);
            default ->
                WireField.read(frame).map(fields -> mutated(fields, random)).orElse(frame);
        };
    }

    private static byte[] mutated(List<WireField> fields, RandomGenerator random) {
        List<WireField> changed = new ArrayList<>(fields);
        if (!changed.isEmpty()) {
            int at = random.nextInt(changed.size());
            WireField field = changed.get(at);
            Optional<List<WireField>> body = field.isBytes() && random.nextInt(4) > 0
                    ? WireField.read(field.value()).filter(inner -> !inner.isEmpty())
                    : Optional.empty();
            changed.set(
                    at,
                    body.map(inner -> WireField.ofBytes(field.number(), mutated(inner, random)))
                            .orElseGet(() -> hostile(field, random)));
            if (random.nextInt(6) == 0) {
                changed.add(field);
            } else if (random.nextInt(6) == 0) {
                changed.remove(at);
            }
        }
        return WireField.write(changed);
    }

    private static WireField hostile(WireField field, RandomGenerator random) {
        int choice = random.nextInt(TEXTS.size() + NUMBERS.size() + 1);
        if (choice < TEXTS.size()) {
            return WireField.ofBytes(field.number(), TEXTS.get(choice).getBytes(StandardCharsets.UTF_8));
        }
        if (choice == TEXTS.size() + NUMBERS.size()) {
            return WireField.ofBytes(field.number(), NO_UTF_8);
        }
        return WireField.ofNumber(field.number(), NUMBERS.get(choice - TEXTS.size()));
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[random.nextInt(1, 200)];
        random.nextBytes(noise);
        return noise;
    }
}
