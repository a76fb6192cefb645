package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.AmountSum;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Limit;
import io.firstfill.risk.cap.Usage;
import io.firstfill.risk.exposure.Exposure;
import io.firstfill.risk.exposure.Tripped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports the caps of a book: which block its run, which are nearly used up, and how far each is used. A cap is reached
 * when it leaves the trader no usable permit, not before; a circuit breaker when it trips, until a person resets it.
 */
final class CapReports {
    /** Time after which the use of all caps is reported although nothing has changed. */
    private static final Duration REPORT_INTERVAL = Duration.ofHours(1);

    private final Instant now;
    private final boolean grantable;
    private final RiskEvents factory;
    private final List<Message> events = new ArrayList<>();
    private RiskBook book;

    /** @param grantable whether the run may get permits now */
    CapReports(RiskBook book, boolean grantable, RiskEvents factory) {
        this.book = book;
        this.now = factory.now();
        this.grantable = grantable;
        this.factory = factory;
        reportReached();
        reportNear();
    }

    /** Returns the book that has noted what was reported. */
    RiskBook book() {
        return book;
    }

    List<Message> events() {
        return List.copyOf(events);
    }

    private void reportReached() {
        Run run = book.run();
        if (run == null) {
            return;
        }
        List<Level> blocking = blocking(book, run, grantable, now);
        List<Cap> caps = blocking.stream().map(Level::cap).toList();
        if (caps.equals(run.reached())) {
            return;
        }
        run.reached().stream()
                .filter(cap -> !caps.contains(cap))
                .forEach(cap -> events.addAll(factory.cleared(run, cleared(book, run, cap))));
        blocking.stream()
                .filter(level -> !run.reached().contains(level.cap()))
                .forEach(level -> events.addAll(factory.reached(run, level, freeAt(book, level, now))));
        book = book.with(run.reaching(caps));
    }

    /** Returns the numbers of a cap that blocks no more. One whose limit was removed has what is used as its limit. */
    private static Level cleared(RiskBook book, Run run, Cap cap) {
        Amount used = book.usage().of(cap);
        return book.limits().strictest(run.caps()).stream()
                .filter(limit -> limit.cap() == cap)
                .findFirst()
                .map(limit -> CapPolicies.level(book.usage(), limit))
                .orElseGet(() -> new Level(cap, CapLevel.ENVIRONMENT, used, used));
    }

    /**
     * Returns the tripped circuit breakers, and the caps that leave the trader no usable permit. While nothing may be
     * granted no further cap counts, and an ended run keeps the breakers that it has reached.
     */
    private static List<Level> blocking(RiskBook book, Run run, boolean grantable, Instant now) {
        boolean ended = run.phase() == Run.Phase.ENDED;
        Stream<Level> tripped = book.exposure().breakers().tripped().stream()
                .filter(breaker -> !ended || run.reached().contains(breaker.cap()))
                .map(Tripped::numbers);
        Amount next = PermitLimits.of(book, run).missing(book, run).stream()
                .findFirst()
                .orElse(run.quoteAmount());
        boolean usable = book.reservations().stream().anyMatch(permit -> permit.usable(now));
        Stream<Level> refusing = ended || usable
                ? Stream.empty()
                : CapPolicies.refusals(book.usage(), book.strictest(), next).stream()
                        .filter(level -> grantable || run.reached().contains(level.cap()));
        return Stream.concat(refusing, tripped).toList();
    }

    /** Warns before a cap is reached: where one more buy uses it up at once there is nothing to warn of. */
    private void reportNear() {
        Usage used = committed(book);
        Usage occupied = occupied(book, now);
        List<Level> near = book.strictest().stream()
                .filter(limit -> CapPolicies.level(used, limit).isNear())
                .filter(limit -> book.exposure().near().containsKey(limit.cap()) || !isReached(book, limit, occupied))
                .map(limit -> CapPolicies.level(used, limit))
                .toList();
        List<Cap> caps = near.stream().map(Level::cap).toList();
        Exposure exposure = book.exposure();
        if (exposure.near().keySet().equals(Set.copyOf(caps))) {
            return;
        }
        exposure.near().keySet().stream()
                .filter(cap -> !caps.contains(cap))
                .sorted()
                .forEach(cap -> events.add(factory.farAgain(cap, exposure.episodes())));
        near.stream()
                .filter(level -> !exposure.near().containsKey(level.cap()))
                .forEach(level -> events.add(factory.near(book.running(), level, exposure.episodes())));
        book = book.with(exposure.reporting(caps));
    }

    /** Returns the usage by what was bought, and what armed and submitted buys may still cost. */
    static Usage committed(RiskBook book) {
        return ofRun(book, book.usageOf(Reservation::isCommitted));
    }

    /** Returns the usage with the permits that are revoked or expired and not returned: they leave no room. */
    private static Usage occupied(RiskBook book, Instant now) {
        return ofRun(book, book.usageOf(permit -> !permit.usable(now)));
    }

    private static Usage ofRun(RiskBook book, Usage usage) {
        return book.running() == null ? usage.ofNewRun() : usage;
    }

    /**
     * Returns the use of every cap at every level, without the permits that the trader holds unused: they are lent, not
     * used. Those that are revoked or expired and not returned are stated apart.
     */
    static CapsReported report(RiskBook book, RiskEvents factory) {
        Run run = book.running();
        List<Limit> limits = book.limits().all(run == null ? null : run.caps());
        List<CapUse> uses = Stream.concat(limits.stream(), outlasting(book, limits))
                .map(limit -> use(book, limit, factory.now()))
                .toList();
        return factory.report(run, book.limits(), uses);
    }

    /** Returns the limits of tripped circuit breakers that are not in force any more: they block nevertheless. */
    private static Stream<Limit> outlasting(RiskBook book, List<Limit> limits) {
        return book.exposure().breakers().tripped().stream()
                .filter(tripped -> limits.stream()
                        .noneMatch(limit -> limit.cap() == tripped.cap() && limit.level() == tripped.level()))
                .map(tripped -> new Limit(tripped.cap(), tripped.level(), tripped.limit()));
    }

    /** Returns whether the later report need not be published. */
    static boolean isSame(CapsReported last, CapsReported next) {
        Duration age = Duration.between(last.meta().occurredAt(), next.meta().occurredAt());
        return age.abs().compareTo(REPORT_INTERVAL) < 0
                && last.uses().equals(next.uses())
                && last.guardrailsVersion() == next.guardrailsVersion()
                && Objects.equals(last.runId(), next.runId());
    }

    private static CapUse use(RiskBook book, Limit limit, Instant now) {
        Usage occupied = occupied(book, now);
        Level level = CapPolicies.level(committed(book), limit);
        Amount unreturned = AmountSum.minus(occupied.of(limit.cap()), level.used());
        boolean reached = isReached(book, limit, occupied);
        return new CapUse(
                limit.cap(),
                limit.level(),
                level.used().toString(),
                level.limit().toString(),
                level.isNear(),
                reached,
                reached ? freeAt(book, level, now) : null,
                unreturned.exceeds(Amount.ZERO) ? unreturned.toString() : null);
    }

    /** Returns whether there is no room for one more permit; of a breaker, whether it has tripped at this level. */
    private static boolean isReached(RiskBook book, Limit limit, Usage occupied) {
        return CapPolicies.isBreaker(limit.cap())
                ? book.exposure()
                        .breakers()
                        .find(limit.cap())
                        .filter(tripped -> tripped.level() == limit.level())
                        .isPresent()
                : CapPolicies.exceeded(occupied.plusOne(amount(book)), List.of(limit))
                        || !limit.amount().exceeds(occupied.of(limit.cap()));
    }

    private static Amount amount(RiskBook book) {
        Run run = book.running();
        return run == null ? Amount.ZERO : run.quoteAmount();
    }

    /**
     * Returns when time alone frees the cap for one more permit, and all buys of the hour are known, if nothing else
     * changes; null where time alone does not free the cap.
     */
    private static @Nullable Instant freeAt(RiskBook book, Level level, Instant now) {
        return switch (level.cap()) {
            case TRADES_PER_HOUR ->
                book.hour()
                        .placeFreeIn(level.limit().value().longValue())
                        .map(now::plus)
                        .orElse(null);
            case SPEND_PER_DAY -> dayFreeAt(book, level);
            case SPEND, CONCURRENT_LISTINGS, OPEN_POSITIONS, LOSS_PER_DAY, CONSECUTIVE_FAILURES -> null;
        };
    }

    /** Returns the end of the day, where what is reserved leaves room for one more permit on the next. */
    private static @Nullable Instant dayFreeAt(RiskBook book, Level level) {
        Exposure nextDay = book.exposure().with(book.exposure().day().withoutSpend());
        Usage reserved = book.with(nextDay).usage();
        boolean free = !reserved.plusOne(amount(book)).of(Cap.SPEND_PER_DAY).exceeds(level.limit());
        return free ? book.exposure().day().end() : null;
    }
}
