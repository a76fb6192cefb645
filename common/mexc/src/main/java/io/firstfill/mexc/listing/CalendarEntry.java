package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.firstfill.mexc.reading.WireText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coin with its opening, upcoming or past.
 *
 * @param vcoinId the currency's id; {@code cd} in symbolsV2
 * @param vcoinName the coin's ticker without a quote: the pair is usually this + USDT, to be checked in exchangeInfo
 * @param firstOpenTime the announced opening, which may still move; null while none is announced
 */
public record CalendarEntry(
        @Nullable String vcoinId,
        String vcoinName,
        @Nullable String vcoinNameFull,
        @JsonAlias({"openTime", "onlineTime"}) @Nullable Instant firstOpenTime,
        @Nullable String zone) {

    public CalendarEntry {
        WireText.requireName(requireNonNull(vcoinName, "vcoinName"), "vcoinName");
        vcoinId = WireText.describeOrNull(vcoinId);
        vcoinNameFull = WireText.describeOrNull(vcoinNameFull);
        zone = WireText.describeOrNull(zone);
    }
}
