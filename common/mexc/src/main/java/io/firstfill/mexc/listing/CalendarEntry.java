package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coin with its opening, upcoming or past.
 *
 * @param vcoinId the currency's id; {@code cd} in symbolsV2
 * @param vcoinName the coin's ticker without a quote: the pair is usually this + USDT, to be checked in exchangeInfo
 * @param firstOpenTime the announced opening, which may still move
 */
public record CalendarEntry(
        @Nullable String vcoinId,
        String vcoinName,
        @Nullable String vcoinNameFull,
        @JsonAlias({"openTime", "onlineTime"}) Instant firstOpenTime,
        @Nullable String zone) {

    public CalendarEntry {
        requireNonNull(vcoinName, "vcoinName");
        requireNonNull(firstOpenTime, "firstOpenTime");
        if (vcoinName.isBlank()) {
            throw new IllegalArgumentException("A coin has a name");
        }
    }
}
