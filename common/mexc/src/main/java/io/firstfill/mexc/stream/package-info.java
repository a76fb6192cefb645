/**
 * Streams pushes of the exchange over WebSockets: public channels, and the private channels of one account. {@link
 * io.firstfill.mexc.stream.StreamSession} owns an event loop, to which all state of a stream is confined. The package
 * knows {@code market}, {@code order} and {@code account}, and the signed client for listen keys.
 */
@NullMarked
package io.firstfill.mexc.stream;

import org.jspecify.annotations.NullMarked;
