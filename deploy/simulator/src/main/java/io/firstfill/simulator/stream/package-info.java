/**
 * Holds the WebSocket API: subscription requests in JSON, pushes in protobuf, faults of both.
 *
 * <p>The package knows the exchange and the faults, and neither {@code rest} nor {@code control}.
 * {@link io.firstfill.simulator.stream.StreamServer} owns the open sockets.
 */
@NullMarked
package io.firstfill.simulator.stream;

import org.jspecify.annotations.NullMarked;
