package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Limit;
import io.firstfill.risk.clock.ElapsedTime;
import io.firstfill.risk.command.GuardrailDecision;
import io.firstfill.risk.exposure.DayTotals;
import io.firstfill.risk.exposure.Tripped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds one decision: revokes and grants permits and reports caps until the risk book follows its rules. */
final class DecisionBuilder {
    /**
     * Time after which a revocation without a PermitReturned is published again: the trader may have been down for
     * longer than the retention of the permits topic.
     */
    static final Duration REMINDER = Duration.ofMinutes(1);

    /**
     * Elapsed time after which it is stored although nothing else has changed: what a restart takes from the time that
     * a buy has counted already. Every store is a record on the changelog.
     */
    static final Duration CLOCK_INTERVAL = Duration.ofSeconds(10);

    /** The same while no buy counts: a step of the wall clock is recognised by the time that was stored last. */
    static final Duration IDLE_CLOCK_INTERVAL = Duration.ofMinutes(10);

    private final RiskBook before;
    private final PoolTerms terms;
    private final Instant now;
    private final RiskEvents factory;
    private final List<Message> events = new ArrayList<>();
    private RiskBook book;

    /** @param ceilings of the deployment */
    DecisionBuilder(RiskBook before, PoolTerms terms, RiskEvents factory, ElapsedTime clock, Guardrails ceilings) {
        this.before = before;
        this.terms = terms;
        this.factory = factory;
        this.now = factory.now();
        this.book = at(before, now, clock, ceilings);
    }

    private static RiskBook at(RiskBook book, Instant now, ElapsedTime clock, Guardrails ceilings) {
        DayTotals before = book.exposure().day();
        DayTotals today = before.at(now, clock);
        RiskBook read = book.with(clock)
                .with(book.limits().withCeilings(ceilings))
                .with(book.exposure().with(today));
        RiskBook timed = Objects.equals(before.day(), today.day()) ? read : Buys.beginDay(read);
        return clock.isSteppedBack(now)
                ? timed.withReservations(book.reservations().stream()
                        .map(each -> each.since(today.day()))
                        .toList())
                : timed;
    }

    DecisionBuilder replaceBook(RiskBook next) {
        book = next;
        return this;
    }

    DecisionBuilder publish(Message event) {
        events.add(event);
        return this;
    }

    RiskEvents factory() {
        return factory;
    }

    RiskBook book() {
        return book;
    }

    Decision build() {
        return new Decision(onlyTimePassed() ? before : book, events);
    }

    /** Resets a tripped circuit breaker, or says why it stays as it is. */
    void reset(ResetBreaker command) {
        Optional<Tripped> tripped = book.exposure().breakers().find(command.cap());
        Optional<GuardrailsRejected> refusal =
                GuardrailDecision.refusal(command, tripped.isPresent(), book.limits(), now);
        if (refusal.isPresent() || tripped.isEmpty()) {
            refusal.ifPresent(this::publish);
            return;
        }
        Run run = book.run();
        RiskBook reset = book.with(book.exposure().reset(command.cap()));
        Level numbers = new Level(
                command.cap(),
                tripped.get().level(),
                reset.usage().of(command.cap()),
                tripped.get().limit());
        book = run == null ? reset : reset.with(run.without(command.cap()));
        events.addAll(factory.reset(command, run == null ? tripped.get().run() : run.id(), numbers));
    }

    /** Returns whether nothing changed but the clock, and the clock need not be stored yet. */
    private boolean onlyTimePassed() {
        boolean idle = before.buys().isEmpty()
                && before.lostAt() == null
                && before.exposure().breakers().unfinished().isEmpty();
        Duration interval = idle ? IDLE_CLOCK_INTERVAL : CLOCK_INTERVAL;
        boolean kept = before.clock().continuedBy(book.clock())
                && book.clock().total().minus(before.clock().total()).compareTo(interval) < 0;
        return kept && events.isEmpty() && book.with(before.clock()).equals(before);
    }

    /**
     * Applies the rules to the book: removes buys older than an hour, trips circuit breakers, revokes what may not be
     * used, revokes what exceeds tightened caps, grants what the caps allow, and reports caps that were reached or
     * cleared.
     */
    DecisionBuilder applyRules() {
        if (book.buys().stream().anyMatch(buy -> !isHeld(buy))) {
            book = book.withBuys(book.buys().stream().filter(this::isHeld).toList());
        }
        if (book.lostAt() != null && !book.hour().isUnknown()) {
            book = book.withLostAt(null);
        }
        book = Failures.overdue(book);
        trip();
        for (Reservation permit : book.reservations()) {
            Revocations.reasonFor(book, permit, now).ifPresent(reason -> revoke(permit, reason));
        }
        revokeExcess();
        grant();
        CapReports reports = new CapReports(book, PermitLimits.grantableRun(book) != null, factory);
        book = reports.book();
        events.addAll(reports.events());
        return this;
    }

    private void trip() {
        Run run = book.run();
        if (run == null) {
            return;
        }
        List<Limit> limits = book.limits().strictest(run.caps());
        for (Level reached : CapPolicies.tripping(book.usage(), limits)) {
            book = book.with(book.exposure().tripping(reached, run.id()));
        }
    }

    /** Returns whether the buy counts, or may still be corrected: an assumed buy counts against the run's spend. */
    private boolean isHeld(Buy buy) {
        Run run = book.run();
        return book.hour().counts(buy)
                || (buy.assumed() && run != null && run.id().equals(buy.run()));
    }

    private void revoke(Reservation permit, RevocationReason reason) {
        Run run = book.run();
        CorrelationId correlation = run != null && run.id().equals(permit.run())
                ? run.correlation()
                : new CorrelationId(permit.run().value());
        book = book.replacing(permit, permit.revoked(now));
        publish(factory.revoked(correlation, permit, reason));
    }

    /** Revokes unused permits after caps were tightened, the latest first, until the usable permits fit the caps. */
    private void revokeExcess() {
        Run run = book.run();
        if (run == null) {
            return;
        }
        Optional<Reservation> excess = Revocations.firstExcess(book, run);
        while (excess.isPresent()) {
            revoke(excess.get(), RevocationReason.CONFIGURATION_CHANGED);
            excess = Revocations.firstExcess(book, run);
        }
    }

    private void grant() {
        Run run = PermitLimits.grantableRun(book);
        for (int batch = 0; run != null; batch++) {
            Amount limit = nextLimit(run);
            if (limit == null) {
                return;
            }
            PermitId id = run.nextPermit();
            boolean gone = run.gone().contains(id);
            run = run.withOneMorePermit();
            book = book.with(run);
            if (!gone && !contains(id)) {
                Reservation permit = Reservation.granted(
                        id,
                        run.id(),
                        limit,
                        now.plus(terms.timeToLiveAt(batch)),
                        book.exposure().day().day());
                book = book.plus(permit);
                publish(factory.granted(run, permit));
            }
        }
    }

    /**
     * Returns the limit of the permit to grant next; null when none may be granted. A larger permit, for a listing on
     * which a person wants more spent, comes first, and smaller ones give way where the caps have room for one of both.
     */
    private @Nullable Amount nextLimit(Run run) {
        PermitLimits limits = PermitLimits.of(book, run);
        for (Amount larger : limits.missing(book, run)) {
            if (isRoomFor(larger)) {
                return larger;
            }
            Optional<List<Reservation>> giving = limits.givingWay(larger, book, run);
            if (giving.isPresent()) {
                giving.get().forEach(permit -> revoke(permit, RevocationReason.CONFIGURATION_CHANGED));
                return null;
            }
        }
        return usable() < terms.size() && isRoomFor(run.quoteAmount()) ? run.quoteAmount() : null;
    }

    /** Returns whether the book already contains the permit: its use may have been read before this grant. */
    private boolean contains(PermitId id) {
        return book.reservations().stream().anyMatch(each -> each.permit().equals(id))
                || book.buys().stream().anyMatch(each -> each.permit().equals(id));
    }

    private long usable() {
        return book.reservations().stream().filter(each -> each.usable(now)).count();
    }

    private boolean isRoomFor(Amount amount) {
        return PermitLimits.isRoomFor(amount, book, book.reservations());
    }
}
