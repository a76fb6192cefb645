package io.firstfill.mexc.stream;

import io.vertx.core.Future;
import java.time.Instant;

/**
 * Supplies the path and query of a stream's address, and keeps valid what the address needs. Called on the stream's
 * event loop only.
 */
interface StreamEndpoint {

    /** @return path and query; not to be logged, because they may hold a listen key */
    Future<String> target();

    /** The exchange refused the handshake. */
    void handshakeRefused();

    /** Called every few milliseconds while the stream is not closed. */
    void tick(Instant now);

    /** The stream is closed for good. */
    Future<?> close();

    /** The endpoint of a public stream: a fixed path. */
    record Open(String path) implements StreamEndpoint {

        @Override
        public Future<String> target() {
            return Future.succeededFuture(path);
        }

        @Override
        public void handshakeRefused() {
            // there is no other address to try
        }

        @Override
        public void tick(Instant now) {
            // nothing expires
        }

        @Override
        public Future<?> close() {
            return Future.succeededFuture();
        }
    }
}
