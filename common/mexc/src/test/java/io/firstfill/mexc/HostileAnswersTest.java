package io.firstfill.mexc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.SymbolInfo;
import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that cannot be represented is counted, and the rows beside it count, whatever the row holds. */
class HostileAnswersTest {

    @ParameterizedTest
    @MethodSource("answers")
    void eachOddRowIsCountedAndTheRowsBesideItAreRead(ListAnswer answered) throws IOException {
        for (String odd : answered.oddRows()) {
            Partial read = read(answered, List.of(answered.row(), odd, answered.row()));

            String description = answered + " " + odd.substring(0, Math.min(200, odd.length()));
            assertThat(read.skipped().count()).as(description).isEqualTo(1);
            assertThat(rowsOf(read)).as(description).isEqualTo(2);
            assertThat(read.skipped().reason())
                    .as(description)
                    .isNotBlank()
                    .hasSizeLessThan(200)
                    .doesNotContain("xxxx", "\u0000");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyMixtureOfOddAndGoodRowsIsReadInItsOrder(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (ListAnswer answered : ListAnswer.ALL) {
            List<String> odd = answered.oddRows();
            List<String> rows = new ArrayList<>();
            int good = 0;
            for (int i = 0; i < 40; i++) {
                boolean isGood = random.nextBoolean();
                good += isGood ? 1 : 0;
                rows.add(isGood ? answered.row() : odd.get(random.nextInt(odd.size())));
            }
            Partial read = read(answered, rows);
            assertThat(rowsOf(read)).as("seed %d %s", seed, answered).isEqualTo(good);
            assertThat(read.skipped().count()).as("seed %d %s", seed, answered).isEqualTo(40 - good);
        }
    }

    @Test
    void aRowLeftOutIsNamedWhereItsNameCanBeRead() throws IOException {
        String odd = ListAnswer.ALL.getFirst().row("firstOpenTime", "9223372036854775807");

        assertThat(read(ListAnswer.ALL.getFirst(), List.of(odd)).skipped().names())
                .containsExactly("GOOD");
    }

    @Test
    void anOddDescriptionIsRepairedAndHidesNoRow() throws IOException {
        String row = "{\"symbol\":\"NEWTUSDT\",\"fullName\":\"New\\u0000\\ud800" + "x".repeat(5000) + "\"}";

        SymbolInfo read = AnswerReader.exchangeInfo(tree("{\"symbols\":[" + row + "]}"))
                .symbols()
                .getFirst();

        assertThat(read.fullName()).startsWith("New\uFFFD\uFFFDxxx").hasSize(200);
    }

    @Test
    void aNameInAnyScriptAndOfDigitsAloneIsRead() throws IOException {
        String rows = "{\"vcoinName\":\"币安人生\",\"firstOpenTime\":1742385600000},"
                + "{\"vcoinName\":\"4\",\"firstOpenTime\":1742385600000},"
                + "{\"vcoinName\":0,\"firstOpenTime\":1742385600000},"
                + "{\"vcoinName\":\"0G\",\"firstOpenTime\":1742385600000}";

        assertThat(AnswerReader.calendar(tree("{\"data\":{\"newCoins\":[" + rows + "]}}"))
                        .entries())
                .extracting(CalendarEntry::vcoinName)
                .containsExactly("币安人生", "4", "0", "0G");
        assertThat(new MexcSymbol("币安人生USDT").value()).hasSize(8);
    }

    @Test
    void aBookIsReadUpToItsFirstOddLevelSoThatNoWorseLevelPassesForTheBest() throws IOException {
        var depth = AnswerReader.depth(tree(
                "{\"bids\":[[\"1\",\"2\"],[NaN,\"1\"],[\"0.9\",\"1\"]],\"asks\":[[\"1e99\",\"1\"],[\"2\",\"1\"]]}"));

        assertThat(depth.bids()).hasSize(1);
        assertThat(depth.asks()).isEmpty();
        assertThat(depth.skipped().count()).isEqualTo(2);
    }

    static List<ListAnswer> answers() {
        return ListAnswer.ALL;
    }

    private static Partial read(ListAnswer answered, List<String> rows) throws IOException {
        return answered.reader().read(tree(answered.frame().formatted(String.join(",", rows))));
    }

    private static JsonNode tree(String body) throws IOException {
        return MexcJson.tree(body.getBytes(UTF_8));
    }

    private static int rowsOf(Partial answer) {
        return switch (answer) {
            case Calendar calendar -> calendar.entries().size();
            case SymbolsV2 symbols ->
                symbols.byQuote().values().stream().mapToInt(List::size).sum();
            case ExchangeInfo info -> info.symbols().size();
            case Account account -> account.balances().size();
            case Rows<?> rows -> rows.read().size();
            default -> throw new AssertionError(answer);
        };
    }
}
