package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ticker of a coin, upper case, for example {@code USDT}. Exchange tickers hold letters and digits; MEXC also lists
 * names in other scripts, so only separators and white space are refused.
 */
public record Asset(@JsonValue String code) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s_/:|,]{1,40}");

    public Asset {
        code = code.trim().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("asset must be 1 to 40 characters without separators");
        }
    }

    @JsonCreator
    public static Asset of(String code) {
        return new Asset(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
