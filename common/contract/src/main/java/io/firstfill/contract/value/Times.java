package io.firstfill.contract.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * The usual form of a time in a message, {@code 2026-11-28T02:35:21.000123Z}: written as {@link Instant#toString()}
 * writes it, and read, for a small part of what the library's formatter costs. A message has about ten times, and they
 * are most of the cost of reading it.
 */
public final class Times {
    private static final int SECONDS_END = 19;
    private static final int MAX_DIGITS = 9;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9_999, 12, 31).toEpochDay();
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Times() {}

    /**
     * Reads a time of the years 1 to 9999 in UTC, with none to nine digits of a second.
     *
     * @return null where the text has any other form, which may be a time all the same
     */
    public static @Nullable Instant read(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || !hasForm(text, end)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nanos = nanos(text, end);
        if (!isDate(year, month, day) || !isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59)) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return nanos < 0
                ? null
                : Instant.ofEpochSecond(days * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static boolean hasForm(String text, int end) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(end) == 'Z'
                && (end == SECONDS_END || hasFraction(text, end));
    }

    private static boolean hasFraction(String text, int end) {
        return text.charAt(SECONDS_END) == '.' && end > SECONDS_END + 1 && end <= SECONDS_END + 1 + MAX_DIGITS;
    }

    private static boolean isDate(int year, int month, int day) {
        return year > 0
                && month > 0
                && isWithin(month, 12)
                && day > 0
                && day <= Month.of(month).length(Year.isLeap(year));
    }

    private static boolean isWithin(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        int fraction = number(text, SECONDS_END + 1, end);
        return fraction < 0 ? -1 : fraction * POWERS[MAX_DIGITS - digits];
    }

    /** Returns -1 where a character is no digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Returns what {@link Instant#toString()} returns. */
    public static String text(Instant time) {
        long days = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY);
        if (days < FIRST_DAY || days > LAST_DAY) {
            return time.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(days);
        int second = Math.toIntExact(time.getEpochSecond() - days * SECONDS_OF_DAY);
        StringBuilder text = new StringBuilder(30);
        append(text, date.getYear(), 4);
        append(text.append('-'), date.getMonthValue(), 2);
        append(text.append('-'), date.getDayOfMonth(), 2);
        append(text.append('T'), second / 3_600, 2);
        append(text.append(':'), second / 60 % 60, 2);
        append(text.append(':'), second % 60, 2);
        appendFraction(text, time.getNano());
        return text.append('Z').toString();
    }

    private static void appendFraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            append(text, nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            append(text, nanos / 1_000, 6);
        } else {
            append(text, nanos, 9);
        }
    }

    private static void append(StringBuilder text, int number, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            text.append((char) ('0' + number / POWERS[i] % 10));
        }
    }
}
