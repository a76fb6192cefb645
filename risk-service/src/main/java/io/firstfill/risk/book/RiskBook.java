package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Usage;
import java.time.Duration;
import java.time.Instant;
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
 */
public record RiskBook(
        EnvironmentId environment,
        @Nullable TradingState tradingState,
        boolean credentialUsable,
        @Nullable Run run,
        List<Reservation> reservations,
        List<Buy> buys,
        List<RunId> ended,
        List<MessageId> seen) {
    static final Duration HOUR = Duration.ofMinutes(60);

    public RiskBook {
        Objects.requireNonNull(environment, "environment");
        reservations = List.copyOf(reservations);
        buys = List.copyOf(buys);
        ended = List.copyOf(ended);
        seen = List.copyOf(seen);
    }

    public static RiskBook empty(EnvironmentId environment) {
        return new RiskBook(environment, null, true, null, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns the number of permits that count against the caps. */
    @JsonIgnore
    public int outstanding() {
        return reservations.size();
    }

    /** Returns how far each cap of the running run is used; empty when no run is running. */
    public List<Level> levels(Instant now) {
        Run current = run;
        return current == null || current.phase() == Phase.ENDED
                ? List.of()
                : CapPolicies.levels(usage(now), current.caps());
    }

    public Usage usage(Instant now) {
        return usageOf(reservations, now);
    }

    Usage usageOf(List<Reservation> counted, Instant now) {
        int bought = (int) buys.stream().filter(buy -> countsAt(buy, now)).count();
        Run current = run;
        Amount spend = current == null
                ? Amount.ZERO
                : counted.stream()
                        .filter(reservation -> reservation.run().equals(current.id()))
                        .map(Reservation::limit)
                        .reduce(current.bought(), Amount::plus);
        return new Usage(counted.size() + bought, spend, counted.size());
    }

    static boolean countsAt(Buy buy, Instant now) {
        return buy.at().isAfter(now.minus(HOUR));
    }

    RiskBook with(TradingState state) {
        return new RiskBook(environment, state, credentialUsable, run, reservations, buys, ended, seen);
    }

    RiskBook withCredential(boolean usable) {
        return new RiskBook(environment, tradingState, usable, run, reservations, buys, ended, seen);
    }

    RiskBook with(Run current) {
        return new RiskBook(environment, tradingState, credentialUsable, current, reservations, buys, ended, seen);
    }

    RiskBook withReservations(List<Reservation> all) {
        return new RiskBook(environment, tradingState, credentialUsable, run, all, buys, ended, seen);
    }

    RiskBook withBuys(List<Buy> all) {
        return new RiskBook(environment, tradingState, credentialUsable, run, reservations, all, ended, seen);
    }

    RiskBook withEnded(List<RunId> all) {
        return new RiskBook(environment, tradingState, credentialUsable, run, reservations, buys, all, seen);
    }

    RiskBook withSeen(List<MessageId> all) {
        return new RiskBook(environment, tradingState, credentialUsable, run, reservations, buys, ended, all);
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
