package io.firstfill.local.demo;

import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Describes one trade in four lines: its times from the ledger, its arrival from the exchange's own log. */
final class FirstFillSummary {
    private FirstFillSummary() {}

    static String describe(JsonObject trade, SimulatorClient exchange, String symbol, boolean surprise) {
        JsonObject timeline = trade.getJsonObject("timeline");
        Long arrival = exchange.acceptedArrival(symbol)
                .map(accepted -> accepted.getLong("microsAfterOpen"))
                .orElse(null);
        return """
                FIRST FILL %s (%s)
                  %s
                  arrived at the exchange %s the true opening
                  filled %s at %s for %s USDT; the fill was known %s after the request was written""".formatted(
                        trade.getString("pair"),
                        surprise ? "surprise" : "scheduled",
                        surprise
                                ? "detection -> submitted " + millis(trade.getLong("detectionToSubmittedMicros"))
                                : "armed ahead; written " + beforeOrAfter(trade.getLong("openingToWrittenMicros"))
                                        + " the announced opening, "
                                        + trade.getInteger("probes", 0) + " probes refused as not open yet",
                        beforeOrAfter(arrival),
                        trade.getString("filledQuantity"),
                        trade.getString("averagePrice"),
                        trade.getString("filledAmount"),
                        millis(between(timeline, "writtenAt", "filledAt")));
    }

    private static @Nullable Long between(JsonObject timeline, String from, String to) {
        String start = timeline.getString(from);
        String end = timeline.getString(to);
        return start == null || end == null
                ? null
                : ChronoUnit.MICROS.between(Instant.parse(start), Instant.parse(end));
    }

    /**
     * The distance from the opening as text. A request that arrives a moment before the opening may be processed after
     * it, and is then accepted.
     */
    private static String beforeOrAfter(@Nullable Long micros) {
        return micros != null && micros < 0 ? millis(-micros) + " before" : millis(micros) + " after";
    }

    private static String millis(@Nullable Long micros) {
        return micros == null
                ? "(not measured)"
                : BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP) + " ms";
    }
}
