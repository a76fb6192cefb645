package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.Verification.Finding;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A verification of any length needs no deeper stack, reads a bounded number of records, continues where the last one
 * ended, and runs once at a time.
 */
class ChainVerifierTest {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final EnvironmentId PAPER = EnvironmentId.of("paper");

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
    void aChainOfWhichTheBeginningWasDroppedIsVerifiedFromItsBorder() {
        chain.append(25);
        ChainVerifier verifier = verifier(4, 100);
        chain.drop(10);

        for (Verification verified : List.of(anew(verifier), verify(verifier), anew(verifier))) {
            assertThat(verified.intact()).isTrue();
            assertThat(verified.records()).isEqualTo(25);
            assertThat(verified.complete()).isTrue();
        }
    }

    @Test
    void aChainDroppedBeyondItsCheckpointIsVerifiedFromItsBorder() {
        chain.append(25);
        ChainVerifier verifier = verifier(4, 10);
        assertThat(verify(verifier).records()).isEqualTo(10);

        chain.drop(10);
        assertThat(verify(verifier).intact()).isTrue();
        chain.drop(20);
        assertThat(verify(verifier).intact()).isTrue();
    }

    @Test
    void aBorderThatTheRestDoesNotFollowIsFound() {
        chain.append(25);
        chain.drop(10);
        chain.border = new ChainHead(PAPER, 10, Hash.ofBytes(new byte[0]));

        assertThat(anew(verifier(4, 100)).brokenAt()).isEqualTo(11);
        assertThat(anew(verifier(4, 100)).finding()).isEqualTo(Finding.LINK_BROKEN);
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

    private static Verification anew(ChainVerifier verifier) {
        return verifier.verifyAnew(PAPER).await().indefinitely();
    }

    private static Verification verify(ChainVerifier verifier) {
        return verify(verifier, PAPER);
    }

    private static Verification verify(ChainVerifier verifier, EnvironmentId environment) {
        return verifier.verify(environment).await().indefinitely();
    }
}
