package io.firstfill.simulator.rest;

import io.firstfill.simulator.order.Refusal;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, from query string and body; a name in both has the value of the query string. */
final class Params {

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_.,:\\-]*");

    /** Names of pairs, separated by commas; a ticker may be in any script. */
    private static final Pattern SYMBOLS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.,:\\-]*");

    private static final Set<String> NAME_PAIRS = Set.of("symbol", "symbols");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Params() {}

    static Params of(String rawQuery, String body) {
        Params params = new Params();
        params.read(body);
        params.read(rawQuery);
        return params;
    }

    @Nullable String text(String name) {
        String value = values.get(name);
        Pattern legal = NAME_PAIRS.contains(name) ? SYMBOLS : LEGAL;
        if (value != null && !legal.matcher(value).matches()) {
            throw new RefusedException(Refusal.ILLEGAL_CHARACTERS);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new RefusedException(Refusal.PARAMETER_MISSING);
        }
        return value;
    }

    @Nullable BigDecimal decimal(String name) {
        String value = text(name);
        if (value != null && !DECIMAL.matcher(value).matches()) {
            throw new RefusedException(Refusal.PARAMETER);
        }
        return value == null ? null : new BigDecimal(value);
    }

    @Nullable Long number(String name) {
        String value = text(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw new RefusedException(Refusal.PARAMETER);
        }
    }

    int limit(int usual, int max) {
        Long limit = number("limit");
        return limit == null ? usual : Math.clamp(limit, 1, max);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, required(name));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Refusal.PARAMETER);
        }
    }

    /** The value as it was received, unchecked; for fault rules and the arrival log. */
    @Nullable String raw(String name) {
        return values.get(name);
    }

    private void read(String encoded) {
        for (String part : encoded.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
