package io.firstfill.mexc.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.outcome.Outcome.AccountRefused;
import io.firstfill.mexc.outcome.Outcome.CancelTargetGone;
import io.firstfill.mexc.outcome.Outcome.ClockOff;
import io.firstfill.mexc.outcome.Outcome.EmptyBook;
import io.firstfill.mexc.outcome.Outcome.ExchangeUnsure;
import io.firstfill.mexc.outcome.Outcome.InsufficientBalance;
import io.firstfill.mexc.outcome.Outcome.KeyRefused;
import io.firstfill.mexc.outcome.Outcome.NotOpenOrBarred;
import io.firstfill.mexc.outcome.Outcome.NotYetOpen;
import io.firstfill.mexc.outcome.Outcome.OrderAbsent;
import io.firstfill.mexc.outcome.Outcome.PairBarred;
import io.firstfill.mexc.outcome.Outcome.PriceAboveCap;
import io.firstfill.mexc.outcome.Outcome.SellSuspended;
import io.firstfill.mexc.outcome.Outcome.SwitchStyle;
import io.firstfill.mexc.outcome.Outcome.SymbolUnknown;
import io.firstfill.mexc.outcome.Outcome.Throttled;
import io.firstfill.mexc.outcome.Outcome.Unacceptable;
import io.firstfill.mexc.outcome.Outcome.UnknownCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of section 5 of the reference has its outcome. */
class OutcomeTableTest {

    static Stream<Arguments> everyCode() {
        return Stream.of(
                        row(new NotYetOpen(), 30000, 30001, 30016),
                        row(new NotOpenOrBarred(), 10007),
                        row(new PairBarred(), 30020, 70011),
                        row(new SymbolUnknown(), -1121, 30014, 30021),
                        row(new SwitchStyle(), 30018, 30019, 30041, 30051),
                        row(new EmptyBook(), 30025),
                        row(new InsufficientBalance(), 30004, 30005, 10101),
                        row(new SellSuspended(), 30028),
                        row(new ClockOff(), 700003, 10073),
                        row(new Throttled(), 403, 418, 429),
                        row(new OrderAbsent(), -2013, 22222),
                        row(new CancelTargetGone(), -2011),
                        row(new ExchangeUnsure(), 500, 503, 504, 10203, 20002),
                        row(new AccountRefused(), 10001, 10015, 10098, 60005, 140001, 140002),
                        row(new KeyRefused(), 400, 401, 602, 10072, 700001, 700002, 700006, 700007),
                        row(new Unacceptable(), 26, -1128, 33333, 44444, 700004, 700005, 700008, 30026),
                        row(new Unacceptable(), 10095, 10096, 10097, 30002, 30003, 30010, 30027, 30029, 30032),
                        row(new Unacceptable(), 11444, 20001),
                        row(new Unacceptable(), 10099, 10100, 10102, 10103, 10200, 10201, 10202, 10204, 10205, 10206),
                        row(new Unacceptable(), 10211, 10212, 10216, 10219, 10222, 10232, 10259, 10265, 10268),
                        row(new Unacceptable(), 730000, 730001, 730002, 730003, 730100, 730101),
                        row(new Unacceptable(), 730600, 730601, 730602, 730700, 730701, 730702, 730703, 730704),
                        row(new Unacceptable(), 730705, 730706, 730707))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("everyCode")
    void everyCodeHasItsMeaning(int code, Outcome meaning) {
        assertThat(OutcomeTable.classify(code, "")).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "Order price cannot exceed 5USDT, 5",
        "Order price cannot exceed 0.5USDT, 0.5",
        "Order price cannot exceed 0.05USDT, 0.05",
        "The price may be 12.5 at first and 0.00005 USDT., 0.00005"
    })
    void theCapIsReadFromTheEndOfTheText(String message, BigDecimal cap) {
        assertThat(OutcomeTable.classify(30010, message)).isEqualTo(new PriceAboveCap(cap));
    }

    /** A number in any other form is refused: its last digits alone would be another price. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Order price cannot exceed 1E-7USDT | 0.0000001",
                "Order price cannot exceed 2.5e-7 USDT | 0.00000025",
                "Order price cannot exceed 1E7USDT | 10000000",
                "Order price cannot exceed 1,500USDT | 1500",
                "Order price cannot exceed 1,234,500.25USDT | 1234500.25",
                "Order price cannot exceed 5EUR | 5",
                "Order price cannot exceed:0.5USDT | 0.5",
                "price<=0.5USDT | 0.5",
                "Order price cannot exceed 1.500,00USDT | ",
                "Order price cannot exceed 1,5USDT | ",
                "Order price cannot exceed 12,34USDT | ",
                "Order price cannot exceed 1 500USDT | ",
                "Order price cannot exceed 1'500USDT | ",
                "Order price cannot exceed 1_500USDT | ",
                "Order price cannot exceed -5USDT | ",
                "Order price cannot exceed 1E-99USDT | ",
                "Order price cannot exceed 1E99USDT | ",
                "Order price cannot exceed 1E-777USDT | ",
                "Order price cannot exceed 0.0000000000000000000000001USDT | ",
                "Order price cannot exceed 1..5USDT | ",
                "Order price cannot exceed ٣5USDT | ",
                "Order price cannot exceed USDT | "
            })
    void aCapIsReadExactlyOrNotAtAll(String message, @Nullable BigDecimal cap) {
        Outcome outcome = OutcomeTable.classify(30010, message);

        if (cap == null) {
            assertThat(outcome).isEqualTo(new Unacceptable());
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PriceAboveCap.class, read -> assertThat(read.cap()).isEqualByComparingTo(cap));
        }
    }

    @ParameterizedTest
    @CsvSource({"no valid trade price", "Order price cannot exceed 0USDT", "price 5USDT is too high"})
    void withoutACapThereIsNothingToRepriceTo(String message) {
        assertThat(OutcomeTable.classify(30010, message)).isEqualTo(new Unacceptable());
    }

    @Test
    void aDisabledMarketOrderThatIsAboutTheAccountStopsTheRun() {
        String live = "Your account temporarily cannot place orders, contact support";

        assertThat(OutcomeTable.classify(30018, live)).isEqualTo(new AccountRefused());
        assertThat(OutcomeTable.classify(30018, "market order is disabled")).isEqualTo(new SwitchStyle());
    }

    @Test
    void aCodeOutsideTheTableIsUnknown() {
        assertThat(OutcomeTable.classify(31337, "?")).isEqualTo(new UnknownCode());
    }

    private static Stream<Arguments> row(Outcome meaning, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> Arguments.of(code, meaning));
    }
}
