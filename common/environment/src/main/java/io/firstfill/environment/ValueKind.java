package io.firstfill.environment;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kind of a value in the environments file, which says what text it may have. */
enum ValueKind {
    MODE("LIVE or PAPER") {
        @Override
        boolean fits(String text) {
            return Set.of("LIVE", "PAPER").contains(text);
        }
    },
    ADDRESS("an address such as https://api.mexc.com") {
        @Override
        boolean fits(String text) {
            try {
                URI uri = URI.create(text);
                return uri.getScheme() != null && uri.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    },
    /** A name could stand for another address after the next look-up. */
    IP("an IP address of this machine") {
        @Override
        boolean fits(String text) {
            try {
                return !InetAddress.ofLiteral(text).isMulticastAddress();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    },
    TEXT("a text without spaces") {
        @Override
        boolean fits(String text) {
            return text.matches("[!-~]{1,200}");
        }
    },
    FORMAT("generic, slack, telegram or discord") {
        @Override
        boolean fits(String text) {
            return Set.of("generic", "slack", "telegram", "discord").contains(text);
        }

        @Override
        String normalized(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    SEVERITY("INFO, WARNING or CRITICAL") {
        @Override
        boolean fits(String text) {
            return Set.of("INFO", "WARNING", "CRITICAL").contains(text);
        }
    },
    EVENT("the name of an event of NOTIFICATIONS.md, such as BOUGHT") {
        @Override
        boolean fits(String text) {
            return text.matches("[A-Z][A-Z_]{1,29}");
        }
    },
    AMOUNT("a positive decimal such as 50 or 12.5") {
        @Override
        boolean fits(String text) {
            return DECIMAL.matcher(text).matches() && new BigDecimal(text).signum() > 0;
        }
    },
    COUNT("a whole number from 1 to 999999") {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,5}");
        }
    },
    TIME("a time such as PT10S or 10s") {
        @Override
        boolean fits(String text) {
            try {
                return !duration(text).isNegative();
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        @Override
        String normalized(String text) {
            return duration(text).toString();
        }
    };

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,10})?");

    private final String description;

    ValueKind(String description) {
        this.description = description;
    }

    abstract boolean fits(String text);

    /** The value as a setting of the services has it. */
    String normalized(String text) {
        return text;
    }

    private static Duration duration(String text) {
        return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    }

    /** What a value of the kind is, in words. */
    String description() {
        return description;
    }
}
