package io.firstfill.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The courses that the prices of the demonstration's pairs take, as multiples of the price at the opening. */
enum PriceCourse {
    /** Over both levels of the plan's ladder. */
    UP("2.4"),
    /** Under the plan's stop loss. */
    DOWN("0.65");

    private static final int STILL_MILLIS = 4_000;
    private static final int THERE_AFTER_MILLIS = 12_000;

    private final String end;

    PriceCourse(String end) {
        this.end = end;
    }

    /** The switches of a pair with this course. */
    JsonObject behaviour() {
        return new JsonObject()
                .put("makerVolatility", "0")
                .put("course", new JsonArray().add(point(STILL_MILLIS, "1")).add(point(THERE_AFTER_MILLIS, end)));
    }

    private static JsonObject point(int millis, String factor) {
        return new JsonObject().put("atMillis", millis).put("factor", factor);
    }
}
