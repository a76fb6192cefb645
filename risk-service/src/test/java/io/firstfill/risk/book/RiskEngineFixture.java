package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;

import io.firstfill.contract.Message;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.risk.cap.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A risk engine with the book of the environment {@code paper} and a settable clock. */
final class RiskEngineFixture {
    private final RiskEngine engine = new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)));
    private final List<PermitGranted> granted = new ArrayList<>();
    RiskBook book = RiskBook.empty(PAPER);
    Instant now = NOON;

    /** An environment whose trading state is ACTIVE. */
    static RiskEngineFixture open() {
        RiskEngineFixture opened = new RiskEngineFixture();
        opened.book = opened.engine.open(opened.book, NOON).book();
        return opened;
    }

    /** Applies a message and returns the events published because of it. */
    PublishedEvents apply(Message message) {
        return store(engine.decide(book, message, now));
    }

    /** Moves the clock and returns the events published because of the time alone. */
    PublishedEvents advance(Duration time) {
        now = now.plus(time);
        return store(engine.passTime(book, now));
    }

    private PublishedEvents store(Decision decision) {
        PublishedEvents published = new PublishedEvents(decision.events());
        book = decision.book();
        granted.addAll(published.granted());
        return published;
    }

    /** All permits granted so far. */
    List<PermitGranted> granted() {
        return List.copyOf(granted);
    }

    /** Permits that a trader without any delay may use now. */
    List<PermitGranted> usablePermits() {
        return granted.stream()
                .filter(permit -> book.reservations().stream()
                        .anyMatch(each -> each.permit().equals(permit.permitId()) && each.usable(now)))
                .toList();
    }

    Usage usage() {
        return book.usage(now);
    }
}
