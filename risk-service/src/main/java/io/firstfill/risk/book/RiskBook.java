package io.firstfill.risk.book;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.AmountSum;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Limit;
import io.firstfill.risk.cap.Limits;
import io.firstfill.risk.cap.Usage;
import io.firstfill.risk.clock.ElapsedTime;
import io.firstfill.risk.exposure.BoundedHistory;
import io.firstfill.risk.exposure.Exposure;
import io.firstfill.risk.exposure.Safeguards;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one environment, from which all permits are decided. Immutable; its JSON is the value in the state
 * store.
 *
 * @param tradingState null until a trading state is set; no permit is granted before
 * @param credentialUsable false from a missing, rejected or rotated credential until one is validated
 * @param run the latest run, ended or not
 * @param reservations over all runs, in the order granted
 * @param buys of the last 60 minutes over all runs, so that stop and start does not reset the hour
 * @param ended runs that have ended, also those whose RunStarted was not read yet
 * @param seen ids of the latest messages that were applied
 * @param clock the time by which the 60 minutes are measured; zero in a book stored before that was kept
 * @param quarantine the records that could not be processed; none in a book stored before that was kept
 * @param limits of the levels above the run; none in a book stored before they were kept
 * @param exposure what else counts against caps; nothing in a book stored before that was kept
 * @param lostAt the elapsed time at which this book replaced a lost one: the buys of the hour before are unknown, and
 *     every place of the hour counts as used until that hour is over; null afterwards, and where no book was lost
 */
public record RiskBook(
        EnvironmentId environment,
        @Nullable TradingState tradingState,
        boolean credentialUsable,
        @Nullable Run run,
        List<Reservation> reservations,
        List<Buy> buys,
        List<RunId> ended,
        List<MessageId> seen,
        ElapsedTime clock,
        Quarantine quarantine,
        Limits limits,
        Exposure exposure,
        @Nullable Duration lostAt) {
    public RiskBook {
        Objects.requireNonNull(environment, "environment");
        reservations = List.copyOf(reservations);
        buys = List.copyOf(buys);
        ended = List.copyOf(ended);
        seen = List.copyOf(seen);
        clock = Objects.requireNonNullElse(clock, ElapsedTime.ZERO);
        quarantine = Objects.requireNonNullElse(quarantine, Quarantine.NONE);
        limits = Objects.requireNonNullElse(limits, Limits.NONE);
        exposure = Objects.requireNonNullElse(exposure, Exposure.NONE);
    }

    public static RiskBook empty(EnvironmentId environment) {
        return new RiskBook(
                environment,
                null,
                true,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ElapsedTime.ZERO,
                Quarantine.NONE,
                Limits.NONE,
                Exposure.NONE,
                null);
    }

    public Safeguards safeguards() {
        return Safeguards.of(limits, exposure);
    }

    /** Returns the records for which the environment is quarantined, the oldest first; empty when it is not. */
    public List<RecordPlace> quarantined() {
        return quarantine.open();
    }

    /** Returns how far each cap is used, permits included, beside the limit that holds. */
    public List<Level> levels() {
        return CapPolicies.levels(usage(), strictest());
    }

    /** Returns the limit that holds for each cap; those of the run while it runs. */
    List<Limit> strictest() {
        return limits.strictest(Optional.ofNullable(running()).map(Run::caps).orElse(null));
    }

    /** Returns the run that has not ended; null when there is none. */
    @Nullable Run running() {
        return run == null || run.phase() == Run.Phase.ENDED ? null : run;
    }

    public Usage usage() {
        return usageOf(reservations);
    }

    /** Returns the usage with those of the permits alone. */
    Usage usageOf(Predicate<Reservation> counted) {
        return usageOf(reservations.stream().filter(counted).toList());
    }

    Usage usageOf(List<Reservation> counted) {
        Run current = run;
        Amount spend = current == null
                ? Amount.ZERO
                : sum(
                        current.bought(),
                        counted.stream().filter(reservation -> reservation.run().equals(current.id())));
        return new Usage(
                hour().trades(counted.size()),
                spend,
                counted.size(),
                sum(exposure.day().spend(), counted.stream()),
                counted.size() + exposure.positions().count(),
                exposure.day().netLoss(),
                exposure.breakers().failures());
    }

    private static Amount sum(Amount first, Stream<Reservation> reserved) {
        return reserved.map(Reservation::limit).reduce(first, AmountSum::plus);
    }

    HourOfTrades hour() {
        return new HourOfTrades(this);
    }

    RiskBook withLostAt(@Nullable Duration lost) {
        return with(clock, quarantine, limits, exposure, lost);
    }

    RiskBook with(TradingState state) {
        return copy(state, credentialUsable, run, reservations, buys, ended, seen);
    }

    RiskBook withCredential(boolean usable) {
        return copy(tradingState, usable, run, reservations, buys, ended, seen);
    }

    RiskBook with(Run current) {
        return copy(tradingState, credentialUsable, current, reservations, buys, ended, seen);
    }

    RiskBook withReservations(List<Reservation> all) {
        return copy(tradingState, credentialUsable, run, all, buys, ended, seen);
    }

    RiskBook withBuys(List<Buy> all) {
        return copy(tradingState, credentialUsable, run, reservations, all, ended, seen);
    }

    RiskBook withEnded(List<RunId> all) {
        return copy(tradingState, credentialUsable, run, reservations, buys, all, seen);
    }

    RiskBook withSeen(List<MessageId> all) {
        return copy(tradingState, credentialUsable, run, reservations, buys, ended, all);
    }

    private RiskBook copy(
            @Nullable TradingState state,
            boolean usable,
            @Nullable Run current,
            List<Reservation> reserved,
            List<Buy> bought,
            List<RunId> stopped,
            List<MessageId> applied) {
        return new RiskBook(
                environment,
                state,
                usable,
                current,
                reserved,
                bought,
                stopped,
                applied,
                clock,
                quarantine,
                limits,
                exposure,
                lostAt);
    }

    RiskBook with(ElapsedTime time) {
        return with(time, quarantine, limits, exposure, lostAt);
    }

    RiskBook with(Quarantine records) {
        return with(clock, records, limits, exposure, lostAt);
    }

    RiskBook with(Limits all) {
        return with(clock, quarantine, all, exposure, lostAt);
    }

    RiskBook with(Exposure now) {
        return with(clock, quarantine, limits, now, lostAt);
    }

    private RiskBook with(ElapsedTime time, Quarantine records, Limits all, Exposure now, @Nullable Duration lost) {
        return new RiskBook(
                environment,
                tradingState,
                credentialUsable,
                run,
                reservations,
                buys,
                ended,
                seen,
                time,
                records,
                all,
                now,
                lost);
    }

    RiskBook plus(Reservation added) {
        return withReservations(BoundedHistory.append(reservations, added, Integer.MAX_VALUE));
    }

    RiskBook replacing(Reservation old, Reservation with) {
        return withReservations(reservations.stream()
                .map(each -> each.equals(old) ? with : each)
                .toList());
    }

    RiskBook without(Reservation settled) {
        return withReservations(
                reservations.stream().filter(each -> !each.equals(settled)).toList());
    }
}
