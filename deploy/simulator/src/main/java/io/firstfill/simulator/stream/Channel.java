package io.firstfill.simulator.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel of the WebSocket, parsed from the name that a client subscribes to.
 *
 * @param name the name as the client wrote it
 * @param symbol null for channels of all pairs or of an account
 * @param intervalMillis the interval of pushes on public channels; 0 for private channels
 */
record Channel(String name, ChannelKind kind, @Nullable String symbol, int intervalMillis) {

    private static final int MINI_TICKERS_MILLIS = 3000;
    private static final Pattern INTERVAL_AND_SYMBOL = Pattern.compile("@(100|10)ms@([\\p{Lu}\\p{Lo}\\p{M}\\p{N}_]+)");
    private static final Pattern ZONE = Pattern.compile("@(24H|UTC[+-][0-9]{1,2})");

    /** Parses a name; empty when the channel is retired, malformed, not modelled, or its symbol is in lower case. */
    static Optional<Channel> parse(String name) {
        return Arrays.stream(ChannelKind.values())
                .filter(kind -> name.startsWith(kind.family()))
                .findFirst()
                .flatMap(kind -> of(name, kind, name.substring(kind.family().length())));
    }

    private static Optional<Channel> of(String name, ChannelKind kind, String rest) {
        return switch (kind) {
            case BOOK_TICKER, DEALS -> ofPair(name, kind, INTERVAL_AND_SYMBOL.matcher(rest));
            case MINI_TICKERS ->
                ZONE.matcher(rest).matches()
                        ? Optional.of(new Channel(name, kind, null, MINI_TICKERS_MILLIS))
                        : Optional.empty();
            case ORDERS, PRIVATE_DEALS, ACCOUNT ->
                rest.isEmpty() ? Optional.of(new Channel(name, kind, null, 0)) : Optional.empty();
        };
    }

    private static Optional<Channel> ofPair(String name, ChannelKind kind, Matcher rest) {
        return rest.matches()
                ? Optional.of(new Channel(name, kind, rest.group(2), Integer.parseInt(rest.group(1))))
                : Optional.empty();
    }
}
