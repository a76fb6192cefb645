/** The WebSocket: control frames in JSON, data frames in protobuf, faults of both. */
@NullMarked
package io.firstfill.simulator.stream;

import org.jspecify.annotations.NullMarked;
