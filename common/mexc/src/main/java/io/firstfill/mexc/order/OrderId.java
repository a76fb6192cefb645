package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.firstfill.mexc.reading.WireText;

/** The order id that the exchange gives: opaque text such as {@code C02__505979017439002624115}. */
public record OrderId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        WireText.requireName(requireNonNull(value, "value"), "order id");
    }

    @Override
    public String toString() {
        return value;
    }
}
