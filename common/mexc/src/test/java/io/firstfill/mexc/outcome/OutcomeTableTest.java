package io.firstfill.mexc.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every code of section 5 of the reference. */
class OutcomeTableTest {

    static Stream<Arguments> everyCode() {
        return Stream.of(
                        row("NOT_YET_OPEN", 30000, 30001, 30016),
                        row("NOT_OPEN_OR_BARRED", 10007),
                        row("PAIR_BARRED", 30020, 70011),
                        row("SYMBOL_UNKNOWN", -1121, 30014, 30021),
                        row("SWITCH_STYLE", 30018, 30019, 30041, 30051),
                        row("EMPTY_BOOK", 30025),
                        row("INSUFFICIENT_BALANCE", 30004, 30005, 10101),
                        row("SELL_SUSPENDED", 30028),
                        row("RESYNC_CLOCK", 700003, 10073),
                        row("THROTTLED", 403, 418, 429),
                        row("ORDER_ABSENT", -2013, 22222),
                        row("CANCEL_TARGET_GONE", -2011),
                        row("UNRESOLVED", 500, 503, 504, 10203, 20002),
                        row("STOP_RUN", 10001, 10015, 10098, 60005, 140001, 140002),
                        row("KEY_REFUSED", 400, 401, 602, 10072, 700001, 700002, 700006, 700007),
                        row("TERMINAL_FOR_ORDER", 26, -1128, 33333, 44444, 700004, 700005, 700008, 30026),
                        row("TERMINAL_FOR_ORDER", 10095, 10096, 10097, 30002, 30003, 30010, 30027, 30029, 30032),
                        row("TERMINAL_FOR_ORDER", 11444, 20001),
                        row("TERMINAL_FOR_ORDER", 10099, 10100, 10102, 10103, 10200, 10201, 10202, 10204, 10205, 10206),
                        row("TERMINAL_FOR_ORDER", 10211, 10212, 10216, 10219, 10222, 10232, 10259, 10265, 10268),
                        row("TERMINAL_FOR_ORDER", 730000, 730001, 730002, 730003, 730100, 730101),
                        row("TERMINAL_FOR_ORDER", 730600, 730601, 730602, 730700, 730701, 730702, 730703, 730704),
                        row("TERMINAL_FOR_ORDER", 730705, 730706, 730707))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("everyCode")
    void everyCodeHasItsMeaning(int code, OutcomeCode meaning) {
        assertThat(OutcomeTable.classify(code, "").meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "Order price cannot exceed 5USDT, 5",
        "Order price cannot exceed 0.5USDT, 0.5",
        "Order price cannot exceed 0.05USDT, 0.05",
        "The price may be 12.5 at first and 0.00005 USDT., 0.00005"
    })
    void theCapIsReadFromTheEndOfTheText(String message, BigDecimal cap) {
        assertThat(OutcomeTable.classify(30010, message)).isEqualTo(new Outcome(OutcomeCode.REPRICE_CAP, 30010, cap));
    }

    @ParameterizedTest
    @CsvSource({"no valid trade price", "Order price cannot exceed 0USDT", "price 5USDT is too high"})
    void withoutACapThereIsNothingToRepriceTo(String message) {
        assertThat(OutcomeTable.classify(30010, message).meaning()).isEqualTo(OutcomeCode.TERMINAL_FOR_ORDER);
    }

    @Test
    void aDisabledMarketOrderThatIsAboutTheAccountStopsTheRun() {
        String live = "Your account temporarily cannot place orders, contact support";

        assertThat(OutcomeTable.classify(30018, live).meaning()).isEqualTo(OutcomeCode.STOP_RUN);
        assertThat(OutcomeTable.classify(30018, "market order is disabled").meaning())
                .isEqualTo(OutcomeCode.SWITCH_STYLE);
    }

    @Test
    void aCodeOutsideTheTableIsUnknown() {
        assertThat(OutcomeTable.classify(31337, "?").meaning()).isEqualTo(OutcomeCode.UNKNOWN_CODE);
    }

    private static Stream<Arguments> row(String meaning, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> Arguments.of(code, OutcomeCode.valueOf(meaning)));
    }
}
