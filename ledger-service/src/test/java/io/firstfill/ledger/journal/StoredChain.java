package io.firstfill.ledger.journal;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain in memory, which answers at once or when it is released. */
final class StoredChain implements ChainReader {
    final List<JournalRow> rows = new ArrayList<>();
    private ChainHead head = ChainHead.genesis(ChainVerifierTest.PAPER);
    private ChainHead checkpoint = ChainHead.genesis(ChainVerifierTest.PAPER);
    ChainHead border = ChainHead.genesis(ChainVerifierTest.PAPER);
    private @Nullable UniEmitter<? super ChainHead> held;
    boolean hold;
    boolean failing;
    int read;
    int walks;

    void append(int count) {
        for (int i = 0; i < count; i++) {
            Meta meta = Meta.first(MessageId.derivedFrom("test", rows.size()), ChainVerifierTest.NOW);
            JournalRow row = head.append(new RowContent(meta, "alerts.v1", "Test", "{}"), ChainVerifierTest.NOW);
            rows.add(row);
            head = ChainHead.at(row);
        }
    }

    /** Replaces the last record by another one that follows the record before it. */
    void rewrite(int position) {
        ChainHead before = ChainHead.at(rows.get(position - 2));
        Meta meta = Meta.first(MessageId.derivedFrom("forged"), ChainVerifierTest.NOW);
        rows.set(
                position - 1,
                before.append(new RowContent(meta, "alerts.v1", "Test", "{\"a\":1}"), ChainVerifierTest.NOW));
        head = ChainHead.at(rows.get(position - 1));
    }

    /** Leaves away the records up to the position, as if their month had been exported and dropped. */
    void drop(int position) {
        border = ChainHead.at(rows.get(position - 1));
    }

    void release() {
        hold = false;
        UniEmitter<? super ChainHead> waiting = held;
        if (waiting != null) {
            waiting.complete(head);
        }
    }

    @Override
    public Uni<ChainHead> head(EnvironmentId environment) {
        return Uni.createFrom().emitter(emitter -> {
            walks++;
            if (failing) {
                emitter.fail(new IllegalStateException("lost"));
            } else if (hold) {
                held = emitter;
            } else {
                emitter.complete(head);
            }
        });
    }

    @Override
    public Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit) {
        return Uni.createFrom().item(() -> {
            int from = (int) Math.min(position, rows.size());
            int to = (int) Math.min(Math.min(upTo, rows.size()), position + limit);
            read += Math.max(0, to - from);
            return rows.subList(from, Math.max(from, to)).stream()
                    .filter(row -> row.position() > border.position())
                    .toList();
        });
    }

    @Override
    public Uni<ChainHead> border(EnvironmentId environment) {
        return Uni.createFrom().item(() -> border);
    }

    @Override
    public Uni<ChainHead> checkpoint(EnvironmentId environment) {
        return Uni.createFrom().item(() -> checkpoint);
    }

    @Override
    public Uni<List<Verification.Branch>> branches(EnvironmentId environment) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> verified(ChainHead upTo, Instant at) {
        checkpoint = upTo;
        return Uni.createFrom().voidItem();
    }
}
