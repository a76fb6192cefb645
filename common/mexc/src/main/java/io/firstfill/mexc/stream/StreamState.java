package io.firstfill.mexc.stream;

import java.time.Instant;

/**
 * Where a stream is.
 *
 * <pre>
 *            open           socket open             every channel agreed to
 *   Closed ───────▶ Connecting ────────▶ Subscribing ────────────────▶ Live ──┐ its life is over, or its key:
 *                     ▲     │                 │  ▲ refused: asked        │ ▲   │ a second socket goes the same way
 *                     │     │ failed,         │  └─ again, paced         │ └───┘ and takes over once it is Live
 *          waited     │     │ timed out       │ cut, silent              │
 *                     │     ▼                 ▼                          │ cut, silent
 *                   BackingOff ◀──────────────┴──────────────────────────┘
 *
 *   close leads from anywhere to Closed.
 * </pre>
 */
public sealed interface StreamState {

    /** @param failures in a row so far */
    record Connecting(int failures) implements StreamState {}

    record Subscribing(int failures) implements StreamState {}

    record Live(Instant since, Instant renewAt) implements StreamState {}

    record BackingOff(int failures, Instant until) implements StreamState {}

    record Closed() implements StreamState {}
}
