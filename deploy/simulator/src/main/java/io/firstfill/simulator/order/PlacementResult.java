package io.firstfill.simulator.order;

/** The result of a request for a new order. */
public sealed interface PlacementResult {

    record Accepted(PlacedOrder placed) implements PlacementResult {}

    record Refused(Refusal refusal) implements PlacementResult {}
}
