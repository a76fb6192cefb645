package io.firstfill.local.demo;

import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One line on one trade: times from the ledger, the arrival from the exchange's own log. */
final class FirstFill {
    private FirstFill() {}

    static String describe(JsonObject trade, SimulatorClient exchange, String symbol, boolean surprise) {
        @Nullable Long arrival = exchange.acceptedArrival(symbol)
                .map(accepted -> accepted.getLong("microsAfterOpen"))
                .orElse(null);
        return """
                FIRST FILL %s  %s
                  %s
                  arrived at the exchange %s after the true opening
                  filled %s at %s for %s, known %s after the request was written, in the ledger %s after that""".formatted(
                trade.getString("pair"),
                surprise ? "(surprise)" : "(scheduled)",
                surprise
                        ? "detected, then submitted " + millis(trade.getLong("detectionToSubmittedMicros")) + " later"
                        : "armed ahead, request written " + millis(trade.getLong("openingToWrittenMicros"))
                                + " after the announced time",
                millis(arrival),
                trade.getString("filledQuantity"),
                trade.getString("averagePrice"),
                trade.getString("filledAmount"),
                millis(trade.getLong("writtenToFilledMicros")),
                millis(trade.getLong("filledToRecordedMicros")));
    }

    private static String millis(@Nullable Long micros) {
        return micros == null ? "(not measured)" : "%.1f ms".formatted(micros / 1000.0);
    }
}
