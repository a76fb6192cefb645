package io.firstfill.mexc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WireTextTest {
    private static final int TEXTS = 20_000;
    /** Letters, digits, blanks, controls, separators, letters beyond ASCII, halves of surrogate pairs. */
    private static final String CHARACTERS =
            "AZaz09_-.~! \t\u0000\u007f\u0085\u00a0\u2028\u2029\u4e2d\u6587\ud83d\ude80";

    @Test
    void aNameIsWhatAnyScriptWritesWithoutControlsSeparatorsOrHalfPairs() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261128);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(0, 70);
            int variety = random.nextBoolean() ? 8 : CHARACTERS.length();
            for (int j = 0; j < length; j++) {
                text.append(CHARACTERS.charAt(random.nextInt(variety)));
            }
            assertThat(WireText.isName(text.toString()))
                    .as("text %d: %s", i, text)
                    .isEqualTo(isNameByItsCharacters(text.toString()));
        }
    }

    /** The definition, character by character. */
    private static boolean isNameByItsCharacters(String text) {
        boolean odd = text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
        return !text.isBlank() && text.length() <= WireText.LONGEST_NAME && !odd;
    }
}
