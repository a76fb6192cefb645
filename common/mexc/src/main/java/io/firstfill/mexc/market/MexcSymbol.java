package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.firstfill.mexc.reading.WireText;

/**
 * The name of a pair as the exchange writes it, {@code BTCUSDT}. Not limited to ASCII: tokens with Chinese names are
 * listed.
 */
public record MexcSymbol(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MexcSymbol {
        WireText.requireName(requireNonNull(value, "value"), "symbol");
    }

    @Override
    public String toString() {
        return value;
    }
}
