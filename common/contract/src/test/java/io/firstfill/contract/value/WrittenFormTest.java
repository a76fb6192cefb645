package io.firstfill.contract.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that its constructor accepts is read back from its written form, whatever it was made from. */
class WrittenFormTest {
    private static final long SEED = 20_261_128L;

    @ParameterizedTest
    @ValueSource(strings = {"199999999999999999998", "1e20", "1e999999999", "0.000000000000000000001", "1e-999999999"})
    void aDecimalOfMoreDigitsThanAreReadIsRefused(String text) {
        BigDecimal value = new BigDecimal(text);

        assertThatThrownBy(() -> new Amount(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quantity(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDecimalThatIsAcceptedIsReadBackTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(random.nextInt(1, 160), random), random.nextInt(-30, 50));
            Amount amount;
            try {
                amount = new Amount(value);
            } catch (IllegalArgumentException e) {
                continue;
            }
            assertThat(Amount.of(amount.toString()))
                    .as("%s of seed %d", value, SEED)
                    .isEqualTo(amount);
        }
    }

    @Test
    void aSumThatLeavesTheWrittenFormIsRefused() {
        Amount most = Amount.of("99999999999999999999");

        assertThatThrownBy(() -> most.plus(most)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theResultOfAComputationIsRoundedToTheDecimalsThatAreWritten() {
        BigDecimal product = new BigDecimal("0.123456789012345678").multiply(new BigDecimal("0.123456789012345678"));

        assertThat(Amount.rounded(product)).hasToString("0.01524157875323883653");
    }

    @Test
    void everyTextIsReadableOnceCleaned() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(0, 12), 0, 8)
                    .collect(StringBuilder::new, (all, kind) -> all.append(character(kind)), StringBuilder::append)
                    .toString();
            String cleaned = Texts.clean(text, 8);
            assertThat(Texts.isReadable(cleaned, 8))
                    .as("%s of seed %d", text, SEED)
                    .isTrue();
            assertThat(Texts.isReadable(text, 8)).isEqualTo(cleaned.equals(text));
        }
    }

    private static char character(int kind) {
        return switch (kind) {
            case 0 -> '\u0000';
            case 1 -> '\n';
            case 2 -> '\u0085';
            case 3, 4 -> '\ud83d';
            case 5, 6 -> '\ude80';
            default -> 'x';
        };
    }

    @Test
    void thePlaceOfARecordIsReadBackFromItsText() {
        RecordPlace place = new RecordPlace("trading-state.v1", 2, 4711);

        assertThat(place).hasToString("trading-state.v1-2@4711");
        assertThat(RecordPlace.of(place.toString())).isEqualTo(place);
    }
}
