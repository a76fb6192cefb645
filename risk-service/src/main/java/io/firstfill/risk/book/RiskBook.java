package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.AmountSum;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Usage;
import io.firstfill.risk.clock.ElapsedTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
        @Nullable Duration lostAt) {
    public RiskBook {
        Objects.requireNonNull(environment, "environment");
        reservations = List.copyOf(reservations);
        buys = List.copyOf(buys);
        ended = List.copyOf(ended);
        seen = List.copyOf(seen);
        clock = Objects.requireNonNullElse(clock, ElapsedTime.ZERO);
        quarantine = Objects.requireNonNullElse(quarantine, Quarantine.NONE);
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
                null);
    }

    /** Returns the number of permits that count against the caps. */
    @JsonIgnore
    public int outstanding() {
        return reservations.size();
    }

    /** Returns the records for which the environment is quarantined, the oldest first; empty when it is not. */
    @JsonIgnore
    public List<RecordPlace> quarantined() {
        return quarantine.open();
    }

    /** Returns how far each cap of the running run is used; empty when no run is running. */
    public List<Level> levels() {
        Run current = run;
        return current == null || current.phase() == Phase.ENDED
                ? List.of()
                : CapPolicies.levels(usage(), current.caps());
    }

    public Usage usage() {
        return usageOf(reservations);
    }

    Usage usageOf(List<Reservation> counted) {
        Run current = run;
        int trades = hour().trades(counted.size());
        Amount spend = current == null
                ? Amount.ZERO
                : counted.stream()
                        .filter(reservation -> reservation.run().equals(current.id()))
                        .map(Reservation::limit)
                        .reduce(current.bought(), AmountSum::plus);
        return new Usage(trades, spend, counted.size());
    }

    HourOfTrades hour() {
        return new HourOfTrades(this);
    }

    /** Marks the hour before now as unknown, or as over. */
    RiskBook withLostAt(@Nullable Duration lost) {
        return new RiskBook(
                environment,
                tradingState,
                credentialUsable,
                run,
                reservations,
                buys,
                ended,
                seen,
                clock,
                quarantine,
                lost);
    }

    RiskBook with(TradingState state) {
        return new RiskBook(
                environment, state, credentialUsable, run, reservations, buys, ended, seen, clock, quarantine, lostAt);
    }

    RiskBook withCredential(boolean usable) {
        return new RiskBook(
                environment, tradingState, usable, run, reservations, buys, ended, seen, clock, quarantine, lostAt);
    }

    RiskBook with(Run current) {
        return new RiskBook(
                environment,
                tradingState,
                credentialUsable,
                current,
                reservations,
                buys,
                ended,
                seen,
                clock,
                quarantine,
                lostAt);
    }

    RiskBook withReservations(List<Reservation> all) {
        return new RiskBook(
                environment, tradingState, credentialUsable, run, all, buys, ended, seen, clock, quarantine, lostAt);
    }

    RiskBook withBuys(List<Buy> all) {
        return withPast(all, ended, seen);
    }

    RiskBook withEnded(List<RunId> all) {
        return withPast(buys, all, seen);
    }

    RiskBook withSeen(List<MessageId> all) {
        return withPast(buys, ended, all);
    }

    private RiskBook withPast(List<Buy> bought, List<RunId> stopped, List<MessageId> applied) {
        return new RiskBook(
                environment,
                tradingState,
                credentialUsable,
                run,
                reservations,
                bought,
                stopped,
                applied,
                clock,
                quarantine,
                lostAt);
    }

    RiskBook with(ElapsedTime time) {
        return with(time, quarantine);
    }

    RiskBook with(Quarantine records) {
        return with(clock, records);
    }

    private RiskBook with(ElapsedTime time, Quarantine records) {
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
                lostAt);
    }

    RiskBook plus(Reservation added) {
        return withReservations(
                Stream.concat(reservations.stream(), Stream.of(added)).toList());
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
