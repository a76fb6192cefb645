package io.firstfill.acceptance.hostile;

import io.vertx.core.json.JsonObject;

/** A record that was sent, and its place in Kafka. */
record PoisonRecord(PoisonKind kind, String topic, int partition, long offset) {
    /** The place as alerts and the journal write it. */
    String place() {
        return topic + "-" + partition + "@" + offset;
    }

    /** The body of an operator's acknowledgement of a place. */
    static JsonObject acknowledgementOf(String place) {
        int at = place.lastIndexOf('@');
        int dash = place.lastIndexOf('-', at);
        JsonObject parts = new JsonObject()
                .put("topic", place.substring(0, dash))
                .put("partition", Integer.parseInt(place.substring(dash + 1, at)))
                .put("offset", Long.parseLong(place.substring(at + 1)));
        return new JsonObject().put("place", parts).put("reason", "sent by the scenario, concerns nothing");
    }
}
