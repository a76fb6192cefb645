package io.firstfill.simulator.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be subscribed to.
 *
 * @param name as the subscriber wrote it
 * @param symbol null for channels of all pairs or of an account
 * @param intervalMillis how often the public channels push; 0 for the private ones
 */
record Channel(String name, Kind kind, @Nullable String symbol, int intervalMillis) {

    private static final int MINI_TICKERS_MILLIS = 3000;
    private static final Pattern OF_A_PAIR = Pattern.compile("@(100|10)ms@([A-Z0-9_]+)");
    private static final Pattern ZONE = Pattern.compile("@(24H|UTC[+-][0-9]{1,2})");

    /** Nothing for a channel that is retired, malformed, of a symbol in lower case, or not modelled. */
    static Optional<Channel> parse(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> name.startsWith(kind.family()))
                .findFirst()
                .flatMap(kind -> of(name, kind, name.substring(kind.family().length())));
    }

    private static Optional<Channel> of(String name, Kind kind, String rest) {
        return switch (kind) {
            case BOOK_TICKER, DEALS -> ofAPair(name, kind, OF_A_PAIR.matcher(rest));
            case MINI_TICKERS ->
                ZONE.matcher(rest).matches()
                        ? Optional.of(new Channel(name, kind, null, MINI_TICKERS_MILLIS))
                        : Optional.empty();
            case ORDERS, PRIVATE_DEALS, ACCOUNT ->
                rest.isEmpty() ? Optional.of(new Channel(name, kind, null, 0)) : Optional.empty();
        };
    }

    private static Optional<Channel> ofAPair(String name, Kind kind, Matcher rest) {
        return rest.matches()
                ? Optional.of(new Channel(name, kind, rest.group(2), Integer.parseInt(rest.group(1))))
                : Optional.empty();
    }
}
