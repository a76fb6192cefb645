package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One decision in the making: what must be revoked, granted and told so that the book is as its rules want it. */
final class DecisionBuilder {
    /** A revocation that stays unanswered is said again: the trader may have been away for longer than permits are kept. */
    static final Duration REMINDER = Duration.ofMinutes(1);

    private final PoolTerms terms;
    private final Instant now;
    private final RiskEvents telling;
    private final List<Message> events = new ArrayList<>();
    private RiskBook book;

    DecisionBuilder(RiskBook book, PoolTerms terms, RiskEvents telling) {
        this.book = book;
        this.terms = terms;
        this.telling = telling;
        this.now = telling.now();
    }

    DecisionBuilder became(RiskBook next) {
        book = next;
        return this;
    }

    DecisionBuilder say(Message event) {
        events.add(event);
        return this;
    }

    RiskBook book() {
        return book;
    }

    Decision decided() {
        return new Decision(book, events);
    }

    DecisionBuilder settle() {
        if (book.buys().stream().anyMatch(buy -> !RiskBook.countsAt(buy, now))) {
            book = book.withBuys(book.buys().stream()
                    .filter(buy -> RiskBook.countsAt(buy, now))
                    .toList());
        }
        for (Reservation permit : book.reservations()) {
            Revocations.reasonFor(book, permit, now).ifPresent(reason -> revoke(permit, reason));
        }
        tightened();
        grant();
        tellCaps();
        return this;
    }

    private void revoke(Reservation permit, RevocationReason reason) {
        Run run = book.run();
        CorrelationId correlation = run != null && run.id().equals(permit.run())
                ? run.correlation()
                : new CorrelationId(permit.run().value());
        book = book.replacing(permit, permit.revoked(now));
        say(telling.revoked(correlation, permit, reason));
    }

    /** Under tighter caps unused permits go, the latest first, until what the trader may still use fits. */
    private void tightened() {
        Run run = book.run();
        if (run == null) {
            return;
        }
        Optional<Reservation> excess = Revocations.firstExcess(book, run, now);
        while (excess.isPresent()) {
            revoke(excess.get(), RevocationReason.CONFIGURATION_CHANGED);
            excess = Revocations.firstExcess(book, run, now);
        }
    }

    private void grant() {
        Run run = granting();
        for (int batch = 0;
                run != null && usable() < terms.size() && refused(run).isEmpty();
                batch++) {
            PermitId id = PermitId.derivedFrom(run.id(), run.permits());
            run = run.withOneMorePermit();
            book = book.with(run);
            if (!known(id)) {
                Reservation permit =
                        Reservation.granted(id, run.id(), run.quoteAmount(), now.plus(terms.lifeOf(batch)));
                book = book.plus(permit);
                say(telling.granted(run, permit));
            }
        }
    }

    /** Used before it was granted, as far as this book remembers. */
    private boolean known(PermitId id) {
        return book.reservations().stream().anyMatch(each -> each.permit().equals(id))
                || book.buys().stream().anyMatch(each -> each.permit().equals(id));
    }

    /** The run that may get permits now. */
    private @Nullable Run granting() {
        Run run = book.run();
        boolean may = run != null
                && run.phase() == Phase.ACTIVE
                && book.tradingState() == TradingState.ACTIVE
                && book.credentialUsable();
        return may ? run : null;
    }

    private long usable() {
        return book.reservations().stream().filter(each -> each.usable(now)).count();
    }

    private List<Level> refused(Run run) {
        return CapPolicies.refusals(book.usage(now), run.caps(), run.quoteAmount());
    }

    /** A cap is reached when it keeps the trader without any permit, and not while there is one left to spend. */
    private void tellCaps() {
        Run run = book.run();
        if (run == null || (run.phase() != Phase.ENDED && granting() == null)) {
            return;
        }
        List<Level> blocking = run.phase() == Phase.ENDED || usable() > 0 ? List.of() : refused(run);
        List<Cap> caps = blocking.stream().map(Level::cap).toList();
        if (caps.equals(run.reached())) {
            return;
        }
        CapPolicies.levels(book.usage(now), run.caps()).stream()
                .filter(level -> run.reached().contains(level.cap()) && !caps.contains(level.cap()))
                .forEach(level -> events.addAll(telling.cleared(run, level)));
        blocking.stream()
                .filter(level -> !run.reached().contains(level.cap()))
                .forEach(level -> events.addAll(telling.reached(run, level)));
        book = book.with(run.reaching(caps));
    }
}
