package io.firstfill.local.launch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Appends the gateway's lines to its log file, without keeping its event loop waiting. */
final class GatewayLog {
    private GatewayLog() {}

    static Consumer<String> append(Vertx vertx, Path file, InstantSource clock) {
        Future<AsyncFile> log = vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setCreate(true).setAppend(true));
        return line -> log.compose(open -> open.write(Buffer.buffer(clock.instant() + " WARN " + line + "\n")));
    }
}
