package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The order id that the exchange gives: opaque text, for example {@code C02__505979017439002624115}. */
public record ExchangeOrderId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,64}");

    public ExchangeOrderId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("exchange order id must be 1 to 64 visible characters");
        }
    }

    @JsonCreator
    public static ExchangeOrderId of(String text) {
        return new ExchangeOrderId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
