package io.firstfill.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell never becomes a formula, a number stays one, and what was written can be read back. */
class CsvCellsTest {
    private static final String ALPHABET = "a1.,;'\"=+-@\t\r\n \u00e9\uFF1D\uD83D\uDE80";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-2+3",
                "@cmd",
                "\t=1",
                "\r=1",
                "\n=1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "--1",
                "-",
                "+1e5",
                "-1.",
                "\uFF1D1+1",
                "'=1"
            })
    void aTextThatASpreadsheetCouldTakeForAFormulaIsNeutral(String text) {
        String cell = CsvCells.cell(text);

        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
        assertThat(CsvCells.texts(cell)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "12.5", "-0", "+3", "0.00000000000000000001", "NEWT/USDT", "", "a=b", "1-2"})
    void aNumberAndAnOrdinaryTextAreUntouched(String text) {
        assertThat(CsvCells.cell(text)).isEqualTo(text);
    }

    @Test
    void everyLineIsReadBackAsItWas() {
        Random random = new Random(Seed.fixed(4711).value());
        for (int i = 0; i < 2_000; i++) {
            List<String> texts = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(5)).forEach(cell -> texts.add(text(random)));

            assertThat(CsvCells.texts(CsvCells.line(texts))).isEqualTo(texts);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return text.toString();
    }
}
