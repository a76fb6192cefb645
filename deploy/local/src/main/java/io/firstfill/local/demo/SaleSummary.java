package io.firstfill.local.demo;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Describes one sell in one line: why, how much, at what price, and what the position has brought by now. */
final class SaleSummary {
    private static final int CENTS = 2;

    private SaleSummary() {}

    static String describe(JsonObject sell, JsonObject position) {
        return "SOLD %s (%s) %s at %s for %s USDT; result of the position %s USDT"
                .formatted(
                        sell.getString("pair"),
                        cause(sell),
                        sell.getString("filledQuantity"),
                        sell.getString("averagePrice"),
                        sell.getString("filledAmount"),
                        signed(position.getString("realised", "0")));
    }

    private static String cause(JsonObject sell) {
        String name = sell.getString("cause", "unknown cause")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        Integer level = sell.getInteger("level");
        return level == null ? name : name + " " + (level + 1);
    }

    private static String signed(String amount) {
        BigDecimal rounded = new BigDecimal(amount).setScale(CENTS, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }
}
