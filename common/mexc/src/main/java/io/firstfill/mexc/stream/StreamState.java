package io.firstfill.mexc.stream;

import java.time.Instant;

/**
 * The state of a stream.
 *
 * <pre>
 *            open           socket open             every channel confirmed
 *   Closed ───────▶ Connecting ────────▶ Subscribing ────────────────▶ Live ──┐ its age or its key ends:
 *                     ▲     │                 │  ▲ refused: request      │ ▲   │ a second socket goes the same way
 *                     │     │ failed,         │  └─ again, paced         │ └───┘ and takes over once it is Live
 *          waited     │     │ timed out       │ cut, silent              │
 *                     │     ▼                 ▼                          │ cut, silent
 *                   BackingOff ◀──────────────┴──────────────────────────┘
 *
 *   Every state leads to Closed when the stream is closed.
 * </pre>
 */
sealed interface StreamState {

    /** @param failures in a row so far */
    record Connecting(int failures) implements StreamState {}

    record Subscribing(int failures) implements StreamState {}

    record Live(Instant since, Instant renewAt) implements StreamState {}

    record BackingOff(int failures, Instant until) implements StreamState {}

    record Closed() implements StreamState {}
}
