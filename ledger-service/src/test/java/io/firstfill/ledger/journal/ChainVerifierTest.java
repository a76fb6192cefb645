package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.Verification.Finding;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A verification of any length needs no deeper stack, reads a bounded number of records, continues where the last one
 * ended, and runs once at a time.
 */
class ChainVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");

    private final StoredChain chain = new StoredChain();

    @Test
    void aChainOfManyPagesIsVerifiedWithoutRecursion() {
        chain.append(60_000);

        Verification verification = verify(verifier(1, 1_000_000));

        assertThat(verification.intact()).isTrue();
        assertThat(verification.complete()).isTrue();
        assertThat(verification.records()).isEqualTo(60_000);
    }

    @Test
    void aVerificationReadsABoundedNumberOfRecordsAndTheNextContinues() {
        chain.append(25);
        ChainVerifier verifier = verifier(4, 10);

        Verification first = verify(verifier);
        Verification second = verify(verifier);
        Verification third = verify(verifier);

        assertThat(List.of(first, second, third))
                .extracting(Verification::records)
                .containsExactly(10L, 20L, 25L);
        assertThat(List.of(first, second, third))
                .extracting(Verification::complete)
                .containsExactly(false, false, true);
        assertThat(List.of(first, second, third))
                .extracting(Verification::continuedAfter)
                .containsExactly(0L, 10L, 20L);
        assertThat(chain.read).isLessThanOrEqualTo(25 + 3);
    }

    @Test
    void onlyNewRecordsAreReadOnceTheChainIsVerified() {
        chain.append(25);
        ChainVerifier verifier = verifier(4, 100);
        verify(verifier);
        int before = chain.read;
        chain.append(2);

        assertThat(verify(verifier).records()).isEqualTo(27);
        assertThat(chain.read - before).isLessThanOrEqualTo(3);
    }

    @Test
    void aChainThatWasRewrittenFromBehindTheCheckpointIsFound() {
        chain.append(10);
        ChainVerifier verifier = verifier(4, 100);
        verify(verifier);

        chain.rewrite(10);

        assertThat(verify(verifier).finding()).isEqualTo(Finding.RECORD_CHANGED);
        assertThat(verify(verifier).brokenAt()).isEqualTo(10);
    }

    @Test
    void aChainThatIsShorterThanItsCheckpointIsFound() {
        chain.append(10);
        ChainVerifier verifier = verifier(4, 100);
        verify(verifier);

        chain.rows.removeLast();

        assertThat(verify(verifier).finding()).isEqualTo(Finding.MISSING);
        assertThat(verify(verifier).brokenAt()).isEqualTo(10);
    }

    @Test
    void aSecondCallerGetsTheResultOfTheVerificationThatIsRunning() {
        chain.append(3);
        chain.hold = true;
        ChainVerifier verifier = verifier(10, 100);
        AtomicInteger results = new AtomicInteger();

        verifier.verify(PAPER).subscribe().with(result -> results.incrementAndGet());
        verifier.verify(PAPER).subscribe().with(result -> results.incrementAndGet());
        assertThatThrownBy(() -> verify(verifier, EnvironmentId.of("live")))
                .isInstanceOf(ChainVerifier.BusyException.class);
        chain.release();

        assertThat(results).hasValue(2);
        assertThat(chain.walks).isEqualTo(1);
    }

    @Test
    void aVerificationThatFailsDoesNotBlockTheNext() {
        chain.append(3);
        chain.failing = true;
        ChainVerifier verifier = verifier(10, 100);
        assertThatThrownBy(() -> verify(verifier)).hasMessage("lost");

        chain.failing = false;

        assertThat(verify(verifier).intact()).isTrue();
    }

    private ChainVerifier verifier(int page, long limit) {
        return new ChainVerifier(chain, () -> NOW, page, limit);
    }

    private static Verification verify(ChainVerifier verifier) {
        return verify(verifier, PAPER);
    }

    private static Verification verify(ChainVerifier verifier, EnvironmentId environment) {
        return verifier.verify(environment).await().indefinitely();
    }

    /** A chain in memory, which answers at once or when it is released. */
    private static final class StoredChain implements ChainReader {
        private final List<JournalRow> rows = new ArrayList<>();
        private ChainHead head = ChainHead.genesis(PAPER);
        private ChainHead checkpoint = ChainHead.genesis(PAPER);
        private @Nullable UniEmitter<? super ChainHead> held;
        private boolean hold;
        private boolean failing;
        private int read;
        private int walks;

        void append(int count) {
            for (int i = 0; i < count; i++) {
                Meta meta = Meta.first(MessageId.derivedFrom("test", rows.size()), NOW);
                JournalRow row = head.append(new RowContent(meta, "alerts.v1", "Test", "{}"), NOW);
                rows.add(row);
                head = ChainHead.at(row);
            }
        }

        /** Replaces the last record by another one that follows the record before it. */
        void rewrite(int position) {
            ChainHead before = ChainHead.at(rows.get(position - 2));
            Meta meta = Meta.first(MessageId.derivedFrom("forged"), NOW);
            rows.set(position - 1, before.append(new RowContent(meta, "alerts.v1", "Test", "{\"a\":1}"), NOW));
            head = ChainHead.at(rows.get(position - 1));
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
                return List.copyOf(rows.subList(from, Math.max(from, to)));
            });
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
}
