package io.firstfill.control;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a text that a database, JSON or a person's screen cannot carry: control characters, unpaired surrogates, or
 * nothing to see.
 */
public final class TextCheck implements ConstraintValidator<PlainText, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        Optional<String> complaint = text == null ? Optional.empty() : complaint(text);
        complaint.ifPresent(message -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        });
        return complaint.isEmpty();
    }

    /** Returns what is wrong with a text; empty when every service can store and show it. */
    public static Optional<String> complaint(String text) {
        if (text.codePoints().anyMatch(TextCheck::isUnpaired)) {
            return Optional.of("must not contain half of a surrogate pair");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("must not contain control characters, such as a line break or NUL");
        }
        return text.codePoints().anyMatch(TextCheck::isVisible) ? Optional.empty() : Optional.of("must not be blank");
    }

    private static boolean isUnpaired(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
