package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.TextCheck;
import io.firstfill.control.configuration.ConfigurationLimits.DurationRange;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a draft and collects every violation, so that a person can correct all of them at once. */
final class DraftReader {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern ASSET = Pattern.compile("[^*?]+");
    private static final Pattern PATTERN = Pattern.compile("[^\\s_/:|,\\[\\]{}\\\\]{1,40}");

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

    /** Reads a name that is shown and stored as it is, without the white space around it. */
    Optional<String> name(String field, @Nullable String text) {
        Optional<String> given = text(field, text);
        Optional<String> complaint = given.flatMap(it -> it.length() > Texts.MAX_NAME
                ? Optional.of("must have 1 to " + Texts.MAX_NAME + " characters")
                : TextCheck.complaint(it));
        complaint.ifPresent(message -> refuse(field, message));
        return complaint.isPresent() ? Optional.empty() : given;
    }

    Amount amount(String field, String text) {
        return read(field, text, given -> Amount.of(decimal(given)), Amount.ZERO);
    }

    Duration duration(String field, @Nullable String text, DurationRange range, Duration otherwise) {
        return text == null ? otherwise : read(field, text, given -> parseDuration(given, range), otherwise);
    }

    @Nullable Duration optionalDuration(String field, @Nullable String text, DurationRange range) {
        return text == null ? null : duration(field, text, range, range.least());
    }

    @Nullable Ratio ratio(String field, @Nullable String text) {
        return text == null
                ? null
                : read(field, text, given -> Optional.of(parseRatio(given)), Optional.<Ratio>empty())
                        .orElse(null);
    }

    @Nullable Price price(String field, @Nullable String text) {
        return text == null
                ? null
                : read(field, text, given -> Optional.of(Price.of(decimal(given))), Optional.<Price>empty())
                        .orElse(null);
    }

    OrderStyle style(String field, @Nullable String text) {
        return text == null ? OrderStyle.MARKET : read(field, text, DraftReader::parseStyle, OrderStyle.MARKET);
    }

    /** Reads the only asset of a list. A pattern is refused: it would match no pair. */
    Optional<Asset> asset(String field, List<String> codes) {
        if (codes.size() != 1) {
            refuse(field, "must name exactly one asset: amounts and caps are in it");
            return Optional.empty();
        }
        String element = field + "[0]";
        return text(element, codes.getFirst())
                .flatMap(code -> read(element, code, DraftReader::parseAsset, Optional.empty()));
    }

    /** Reads glob patterns in upper case, as assets are. Too many are refused as a whole, not one by one. */
    List<String> patterns(String field, @Nullable List<String> patterns) {
        if (patterns != null && patterns.size() > ConfigurationLimits.PATTERNS) {
            refuse(field, "must have at most " + ConfigurationLimits.PATTERNS + " patterns");
            return List.of();
        }
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

    private static String decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a plain decimal such as 12.5, with at most 20 digits on each side of the point");
        }
        return text;
    }

    private static Optional<Asset> parseAsset(String text) {
        TextCheck.complaint(text).ifPresent(DraftReader::fail);
        Asset asset = Asset.of(text);
        if (!ASSET.matcher(asset.code()).matches()) {
            fail("must be the name of one asset such as USDT, without * or ?");
        }
        return Optional.of(asset);
    }

    private static void fail(String message) {
        throw new IllegalArgumentException(message);
    }

    private static Duration parseDuration(String text, DurationRange range) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as PT0.5S, " + range, e);
        }
    }

    private static Ratio parseRatio(String text) {
        try {
            return Ratio.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be a plain decimal from 0 to " + ConfigurationLimits.PREMIUM
                            + " with at most 6 decimals, such as 0.3 for 30 %",
                    e);
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
        TextCheck.complaint(text).ifPresent(DraftReader::fail);
        String pattern = text.toUpperCase(Locale.ROOT);
        if (!PATTERN.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 40 characters of an asset name, with * for any characters and ? for one");
        }
        return pattern;
    }
}
