package io.firstfill.ledger.export;

import io.firstfill.ledger.export.ExportSource.OpenExport;
import io.firstfill.ledger.query.ReadUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes exports, a bounded number at the same time. The rows are read as the caller takes them, and whatever ends an
 * export, its last row, a failure or a caller who has gone, frees what it holds.
 */
@ApplicationScoped
public class Exports {
    private final ExportSource source;
    private final ExportSettings settings;
    private final InstantSource clock;
    private final AtomicInteger running = new AtomicInteger();

    Exports(ExportSource source, ExportSettings settings, InstantSource clock) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the bytes of the file in pieces, each made when the one before was taken. A failure before the first
     * piece is a {@link ReadUnavailableException}; after it, the file has no manifest.
     */
    public Multi<byte[]> export(ExportRequest request) {
        return Multi.createFrom().deferred(() -> {
            if (running.incrementAndGet() > settings.parallel()) {
                running.decrementAndGet();
                return Multi.createFrom()
                        .failure(new ReadUnavailableException(
                                "As many exports are running as this ledger allows. Repeat the request later.", null));
            }
            return source.open(request)
                    .onItem()
                    .transformToMulti(open -> pieces(request, open))
                    .onTermination()
                    .invoke(running::decrementAndGet);
        });
    }

    /** Returns the number of exports that hold a connection at the moment. */
    int running() {
        return running.get();
    }

    private Multi<byte[]> pieces(ExportRequest request, OpenExport open) {
        ExportLines lines = new ExportLines(request);
        Multi<byte[]> rows = open.rows().map(lines::rows).filter(bytes -> bytes.length > 0);
        Multi<byte[]> manifest = Uni.createFrom()
                .item(() -> lines.manifest(open.heads(), clock.instant()))
                .toMulti();
        return Multi.createBy()
                .concatenating()
                .streams(rows, manifest)
                .onTermination()
                .call(open::close);
    }
}
