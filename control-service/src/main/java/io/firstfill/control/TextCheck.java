package io.firstfill.control;

import io.firstfill.contract.value.Texts;
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
        if (!Texts.hasOnlyReadableCharacters(text)) {
            return Optional.of("must not contain control characters, such as a line break, or half a surrogate pair");
        }
        return text.codePoints().anyMatch(TextCheck::isVisible) ? Optional.empty() : Optional.of("must not be blank");
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
