package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances never act for one partition at the same time, whichever is paused and whichever answer is late. */
class LeaseTest {
    private static final Duration LEASE = Duration.ofNanos(300);
    private static final Duration MARGIN = Duration.ofNanos(100);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 350);
    private final Lease lease = new Lease(LEASE, MARGIN, clock::get);

    @Test
    void withoutPartitionsOrWithoutARenewalNoInstanceActs() {
        assertThat(lease.holds()).isFalse();

        lease.begin();
        pass(400);

        assertThat(lease.holds()).isFalse();
    }

    @Test
    void aNewHolderActsOnlyAfterAWholeLeaseAndItsMarginEvenIfRenewed() {
        Lease.Term term = lease.begin();
        pass(399);
        term.renewed(clock.get());

        assertThat(lease.holds()).isFalse();
        assertThat(term.untilExclusive()).isEqualTo(Duration.ofNanos(1));
        pass(1);
        assertThat(lease.holds()).isTrue();
    }

    @Test
    void aRenewalHoldsFromItsRequestNotFromItsAnswer() {
        Lease.Term term = lease.begin();
        pass(400);
        long requestedAt = clock.get();
        pass(250);
        term.renewed(requestedAt);

        pass(49);
        assertThat(lease.holds()).isTrue();
        pass(1);
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void anAnswerThatComesLateShortensNothing() {
        Lease.Term term = lease.begin();
        pass(400);
        long first = clock.get();
        pass(100);
        term.renewed(clock.get());

        term.renewed(first);

        pass(299);
        assertThat(lease.holds()).isTrue();
    }

    @Test
    void aRenewalOfAnEndedTermDoesNotHoldInTheNext() {
        Lease.Term old = lease.begin();
        pass(400);
        long requestedAt = clock.get();
        lease.end();
        lease.begin();
        pass(400);

        old.renewed(requestedAt + 400);

        assertThat(lease.holds()).isFalse();
    }

    /** The coordinator accepts the last renewal of the old holder before it assigns the partitions to the new one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 150, 299})
    void theOldHolderEndsAMarginBeforeTheNewOneBegins(long answerDelay) {
        Lease successor = new Lease(LEASE, MARGIN, clock::get);
        Lease.Term old = lease.begin();
        pass(400);
        long lastRequested = clock.get();
        pass(answerDelay);
        Lease.Term next = successor.begin();
        old.renewed(lastRequested);

        for (long tick = 0; tick < 1_000; tick++) {
            pass(1);
            next.renewed(clock.get());
            assertThat(lease.holds() && successor.holds()).isFalse();
            if (successor.holds()) {
                assertThat(clock.get() - lastRequested)
                        .isGreaterThanOrEqualTo(LEASE.plus(MARGIN).toNanos());
            }
        }
        assertThat(successor.holds()).isTrue();
    }

    private void pass(long nanos) {
        clock.addAndGet(nanos);
    }
}
