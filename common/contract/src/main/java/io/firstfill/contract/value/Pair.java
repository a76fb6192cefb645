package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A market in which the base asset is bought with the quote asset. Written {@code NEWT/USDT}, because {@code NEWTUSDT}
 * cannot be split.
 */
public record Pair(Asset base, Asset quote) {
    public Pair {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(quote, "quote");
    }

    @JsonCreator
    public static Pair of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("pair must look like BASE/QUOTE");
        }
        return new Pair(Asset.of(text.substring(0, slash)), Asset.of(text.substring(slash + 1)));
    }

    /** The exchange's name, for example {@code NEWTUSDT}. */
    public String symbol() {
        return base.code() + quote.code();
    }

    @JsonValue
    @Override
    public String toString() {
        return base + "/" + quote;
    }
}
