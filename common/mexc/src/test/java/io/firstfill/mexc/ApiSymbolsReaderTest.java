package io.firstfill.mexc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.market.ApiSymbols;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSymbolsReaderTest {
    private static final int ANSWERS = 5_000;

    private final ApiSymbolsReader reader = new ApiSymbolsReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":[\"BTCUSDT\",\"\u4e2d\u6587USDT\"],\"msg\":null,\"timestamp\":1}",
                "{\"data\":[\"BTCUSDT\",\"\u4e2d\u6587USDT\"],\"msg\":\"success\",\"code\":200}"
            })
    void theUsualAnswerIsReadWithoutATree(String body) {
        ApiSymbols plain = reader.readPlain(body.getBytes(UTF_8));

        assertThat(plain).isNotNull();
        assertThat(plain.names()).isEqualTo(Set.of("BTCUSDT", "\u4e2d\u6587USDT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":[\"BTCUSDT\",\"BTCUSDT\"]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\",null]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\",7]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\",\"\\n\"]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\"],\"data\":[\"ETHUSDT\"]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\"],\"code\":500}",
                "{\"code\":500,\"data\":[\"BTCUSDT\"]}",
                "{\"code\":\"0\",\"data\":[\"BTCUSDT\"]}",
                "{\"code\":99999999999,\"data\":[\"BTCUSDT\"]}",
                "{\"code\":0,\"data\":\"BTCUSDT\"}",
                "{\"code\":0,\"data\":[[\"BTCUSDT\"]]}",
                "{\"code\":0,\"data\":[\"BTCUSDT\"],\"msg\":{}}",
                "{\"code\":0,\"data\":[\"BTCUSDT\"]}{}",
                "{\"code\":0,\"data\":[\"BTCUSDT\"]",
                "{\"code\":0,\"data\":[\"BTC",
                "{\"data\":[\"BTCUSDT\"]}",
                "{\"code\":0}",
                "[\"BTCUSDT\"]",
                "\"BTCUSDT\"",
                "",
                "<html>"
            })
    void anOddAnswerIsLeftToTheTree(String body) {
        assertThat(reader.readPlain(body.getBytes(UTF_8))).isNull();
    }

    /** The two ways may differ only in what they refuse to judge. */
    @Test
    void whatIsReadWithoutATreeIsWhatTheTreeSays() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261128);
        int plainAnswers = 0;
        for (int i = 0; i < ANSWERS; i++) {
            byte[] body = answer(random).getBytes(UTF_8);
            ApiSymbols plain = reader.readPlain(body);
            if (plain != null) {
                plainAnswers++;
                assertThat(plain).as("answer %d", i).isEqualTo(byTree(body));
            }
        }
        assertThat(plainAnswers).isBetween(ANSWERS / 10, ANSWERS * 9 / 10);
    }

    /** Of an answer that is nearly the one before, only the difference is read: it must not show in what is read. */
    @Test
    void whatIsReadAfterAnAnswerThatIsNearlyTheSameIsWhatTheTreeSays() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261129);
        List<String> names = new ArrayList<>(List.of("AUSDT", "BUSDT"));
        int plainAnswers = 0;
        for (int i = 0; i < ANSWERS; i++) {
            change(names, random);
            byte[] body = ("{\"code\":0,\"data\":[\"" + String.join("\",\"", names) + "\"],\"msg\":null,\"timestamp\":"
                            + (1_000_000 + i) + "}")
                    .getBytes(UTF_8);

            ApiSymbols plain = reader.readPlain(body);

            if (plain != null) {
                plainAnswers++;
                assertThat(plain).as("answer %d", i).isEqualTo(byTree(body));
            }
        }
        // Not those in which a name occurs twice.
        assertThat(plainAnswers).isGreaterThan(ANSWERS / 2);
    }

    /** Names that begin and end alike, twice in one answer now and then, and never none. */
    private static void change(List<String> names, RandomGenerator random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = "A".repeat(1 + random.nextInt(3)) + (random.nextInt(20) == 0 ? "\u4e2d" : "") + "USDT";
            int at = random.nextInt(names.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> names.add(at, names.contains(name) ? name + random.nextInt(1_000) : name);
                case 1 -> names.set(random.nextInt(names.size()), "B" + random.nextInt(1_000) + "USDT");
                default -> {
                    if (names.size() > 1) {
                        names.remove(random.nextInt(names.size()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\"],\"msg\":{}}",
                "{\"code\":1,\"data\":[\"AUSDT\",\"BUSDT\"],\"msg\":null}",
                "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\",],\"msg\":null}",
                "{\"code\":0,\"data\":[\"AUSDT\",7,\"BUSDT\"],\"msg\":null}",
                "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\"],\"msg\":null",
                "{\"code\":0,\"data\":[\"AUSDT\"\"BUSDT\"],\"msg\":null}",
                "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\",\"\\n\"],\"msg\":null}",
                "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\",\"AUSDT\"],\"msg\":null}"
            })
    void anOddAnswerIsLeftToTheTreeAfterAGoodOneAsWell(String odd) {
        String good = "{\"code\":0,\"data\":[\"AUSDT\",\"BUSDT\"],\"msg\":null}";
        assertThat(reader.readPlain(good.getBytes(UTF_8))).isNotNull();

        assertThat(reader.readPlain(odd.getBytes(UTF_8))).isNull();
    }

    /** The exchange lists pairs whose names are not Latin: one of them must not make every answer a new one. */
    @Test
    void theNamesOfTheAnswerBeforeAreKeptBesideOneThatIsNotLatin() {
        String known = "{\"code\":0,\"data\":[\"AUSDT\",\"\u4e2d\u6587USDT\",\"BUSDT\"";
        ApiSymbols first = reader.readPlain((known + "]}").getBytes(UTF_8));
        ApiSymbols second = reader.readPlain((known + ",\"\ud842\udfb7USDT\"]}").getBytes(UTF_8));
        ApiSymbols third = reader.readPlain((known + ",\"\ud842\udfb7USDT\",\"CUSDT\"]}").getBytes(UTF_8));

        assertThat(kept(second)).isSameAs(kept(first));
        assertThat(kept(third)).isSameAs(kept(first));
    }

    private static String kept(@Nullable ApiSymbols answer) {
        assertThat(answer).isNotNull();
        return answer.names().stream().filter("AUSDT"::equals).findFirst().orElseThrow();
    }

    private @Nullable ApiSymbols byTree(byte[] body) throws IOException {
        return reader.read(MexcJson.tree(body));
    }

    private static String answer(RandomGenerator random) {
        List<String> names = new ArrayList<>();
        int most = random.nextInt(6);
        for (int i = 0; i < most; i++) {
            names.add(
                    switch (random.nextInt(24)) {
                        case 0 -> "null";
                        case 1 -> "\"\"";
                        case 2 -> "\"\\u0000\"";
                        default -> "\"P" + random.nextInt(30) + "USDT\"";
                    });
        }
        String data = "\"data\":[" + String.join(",", names) + "]";
        String rest = random.nextBoolean() ? "" : ",\"msg\":\"ok\"";
        return random.nextBoolean() ? "{\"code\":0," + data + rest + "}" : "{" + data + ",\"code\":200" + rest + "}";
    }
}
