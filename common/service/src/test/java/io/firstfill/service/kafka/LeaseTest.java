package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances never act for one partition at the same time, whatever is paused or late. */
class LeaseTest {
    private static final Duration LEASE = Duration.ofNanos(300);
    private static final Duration MARGIN = Duration.ofNanos(100);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 350);
    private final Lease tenure = new Lease(LEASE, MARGIN, clock::get);

    @Test
    void withoutPartitionsOrWithoutAProofNobodyActs() {
        assertThat(tenure.holds()).isFalse();

        tenure.begin();
        pass(400);

        assertThat(tenure.holds()).isFalse();
    }

    @Test
    void aNewHolderActsOnlyAfterAWholeLeaseAndItsMarginThoughItIsProved() {
        Lease.Term term = tenure.begin();
        pass(399);
        term.proved(clock.get());

        assertThat(tenure.holds()).isFalse();
        assertThat(term.untilAlone()).isEqualTo(Duration.ofNanos(1));
        pass(1);
        assertThat(tenure.holds()).isTrue();
    }

    @Test
    void aProofHoldsFromWhenItWasAskedForNotFromItsAnswer() {
        Lease.Term term = tenure.begin();
        pass(400);
        long askedAt = clock.get();
        pass(250);
        term.proved(askedAt);

        pass(49);
        assertThat(tenure.holds()).isTrue();
        pass(1);
        assertThat(tenure.holds()).isFalse();
    }

    @Test
    void anAnswerThatComesLateTakesNothingBack() {
        Lease.Term term = tenure.begin();
        pass(400);
        long first = clock.get();
        pass(100);
        term.proved(clock.get());

        term.proved(first);

        pass(299);
        assertThat(tenure.holds()).isTrue();
    }

    @Test
    void aProofOfATermThatIsOverSaysNothingOfTheNext() {
        Lease.Term old = tenure.begin();
        pass(400);
        long askedAt = clock.get();
        tenure.end();
        tenure.begin();
        pass(400);

        old.proved(askedAt + 400);

        assertThat(tenure.holds()).isFalse();
    }

    /** The coordinator says its last yes to the old one before it gives the partitions to the new one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 150, 299})
    void theOldHolderIsOverAMarginBeforeTheNewOneBegins(long answerOnItsWay) {
        Lease successor = new Lease(LEASE, MARGIN, clock::get);
        Lease.Term old = tenure.begin();
        pass(400);
        long lastAsked = clock.get();
        pass(answerOnItsWay);
        Lease.Term next = successor.begin();
        old.proved(lastAsked);

        for (long tick = 0; tick < 1_000; tick++) {
            pass(1);
            next.proved(clock.get());
            assertThat(tenure.holds() && successor.holds()).isFalse();
            if (successor.holds()) {
                assertThat(clock.get() - lastAsked)
                        .isGreaterThanOrEqualTo(LEASE.plus(MARGIN).toNanos());
            }
        }
        assertThat(successor.holds()).isTrue();
    }

    private void pass(long nanos) {
        clock.addAndGet(nanos);
    }
}
