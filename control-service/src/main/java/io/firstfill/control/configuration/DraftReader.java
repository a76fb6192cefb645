package io.firstfill.control.configuration;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a draft and collects every violation, so that a person can correct all of them at once. */
final class DraftReader {
    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }

    Optional<String> text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            refuse(field, "must be given");
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    Amount amount(String field, String text) {
        return read(field, text, Amount::of, Amount.ZERO);
    }

    Duration duration(String field, @Nullable String text, Duration otherwise) {
        return text == null ? otherwise : read(field, text, DraftReader::parseDuration, otherwise);
    }

    @Nullable Price price(String field, @Nullable String text) {
        return text == null
                ? null
                : read(field, text, given -> Optional.of(Price.of(given)), Optional.<Price>empty())
                        .orElse(null);
    }

    OrderStyle style(String field, @Nullable String text) {
        return text == null ? OrderStyle.MARKET : read(field, text, DraftReader::parseStyle, OrderStyle.MARKET);
    }

    List<Asset> assets(String field, @Nullable List<String> codes) {
        List<Asset> assets = new ArrayList<>();
        elements(field, codes).forEach(element -> {
            Asset none = Asset.of("NONE");
            Asset asset = read(element.field(), element.text(), Asset::of, none);
            if (!asset.equals(none)) {
                assets.add(asset);
            }
        });
        return assets;
    }

    /** Reads glob patterns in upper case, as assets are. */
    List<String> patterns(String field, @Nullable List<String> patterns) {
        return elements(field, patterns).stream()
                .map(element -> read(element.field(), element.text(), DraftReader::parsePattern, "*"))
                .toList();
    }

    private record Element(String field, String text) {}

    private List<Element> elements(String field, @Nullable List<String> texts) {
        List<Element> elements = new ArrayList<>();
        List<String> all = texts == null ? List.of() : texts;
        for (int i = 0; i < all.size(); i++) {
            String name = field + "[" + i + "]";
            text(name, all.get(i)).ifPresent(text -> elements.add(new Element(name, text)));
        }
        return elements;
    }

    /** Reads a value. The message of the value type's exception is written for the caller and becomes the violation. */
    private <T> T read(String field, String text, Function<String, T> reader, T otherwise) {
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            refuse(field, String.valueOf(e.getMessage()));
            return otherwise;
        }
    }

    private static Duration parseDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as PT0.5S", e);
        }
    }

    private static OrderStyle parseStyle(String text) {
        for (OrderStyle style : OrderStyle.values()) {
            if (style.name().equals(text)) {
                return style;
            }
        }
        throw new IllegalArgumentException("must be one of " + List.of(OrderStyle.values()));
    }

    private static String parsePattern(String text) {
        String pattern = text.toUpperCase(Locale.ROOT);
        if (!pattern.matches("[^\\s_/:|,\\[\\]{}\\\\]{1,40}")) {
            throw new IllegalArgumentException(
                    "must be 1 to 40 characters of an asset name, with * for any characters and ? for one");
        }
        return pattern;
    }
}
