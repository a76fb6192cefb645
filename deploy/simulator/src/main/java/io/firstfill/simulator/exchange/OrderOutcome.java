package io.firstfill.simulator.exchange;

/** What became of an order request. */
public sealed interface OrderOutcome {

    record Accepted(PlacedOrder placed) implements OrderOutcome {}

    record Refused(Refusal refusal) implements OrderOutcome {}
}
