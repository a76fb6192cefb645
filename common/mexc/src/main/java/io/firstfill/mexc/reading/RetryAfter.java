package io.firstfill.mexc.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long the exchange wants to be left alone: seconds, also with a fraction, or one of the three forms of an
 * HTTP date (RFC 9110, 5.6.7).
 */
public final class RetryAfter {

    /** The statuses by which the exchange turns a request away before executing it, whatever the body says. */
    private static final List<Integer> THROTTLES = List.of(429, 418, 403);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,50}(?:\\.[0-9]{0,50})?");
    private static final BigDecimal MILLIS = new BigDecimal(1000);

    /** A two-digit year is at most fifty years ahead; as no ban is, the years 2000 to 2099 serve. */
    private static final List<DateTimeFormatter> DATES = List.of(
            formatter(DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH)),
            formatter(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss zzz")
                    .toFormatter(Locale.ENGLISH)),
            formatter(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)));

    private RetryAfter() {}

    public static boolean isThrottle(int status) {
        return THROTTLES.contains(status);
    }

    /**
     * Returns null where the exchange states nothing usable: nothing at all, a negative time, a date that has passed,
     * or another form.
     *
     * @param value the header Retry-After
     * @param date the header Date: a date is relative to the clock that wrote it
     * @param now by our clock, for an answer without a readable Date
     * @param longest bound of the result
     */
    public static @Nullable Duration of(@Nullable String value, @Nullable String date, Instant now, Duration longest) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            BigDecimal millis = new BigDecimal(text).multiply(MILLIS);
            BigDecimal most = new BigDecimal(longest.toMillis());
            return millis.compareTo(most) > 0 ? longest : Duration.ofMillis(millis.longValue());
        }
        Instant until = date(text);
        if (until == null) {
            return null;
        }
        Instant stated = date == null ? null : date(date.strip());
        Duration pause = Duration.between(stated == null ? now : stated, until);
        return !pause.isPositive() ? null : pause.compareTo(longest) > 0 ? longest : pause;
    }

    private static @Nullable Instant date(String text) {
        return DATES.stream()
                .map(form -> date(text, form))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant date(String text, DateTimeFormatter form) {
        try {
            return form.parse(text, Instant::from);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    private static DateTimeFormatter formatter(DateTimeFormatter form) {
        return form.withZone(ZoneOffset.UTC);
    }
}
