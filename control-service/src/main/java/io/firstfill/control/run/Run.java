package io.firstfill.control.run;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run as far as its messages were read.
 *
 * @param suspension present while the run is suspended
 * @param stop the first stop; absent before it
 * @param caps the caps that block new buys now; absent until risk has decided about a permit of the run
 * @param silentServices the services without a sign of life, such as {@code trader}; {@code control} while control
 *     itself hears nobody; absent while none is silent
 */
public record Run(
        RunId runId,
        EnvironmentId environment,
        RunState state,
        ConfigurationRef configuration,
        Configuration snapshot,
        Actor startedBy,
        Instant startedAt,
        @Nullable Suspension suspension,
        @Nullable Stop stop,
        @Nullable Instant stoppedAt,
        @Nullable List<ReachedCap> caps,
        @Nullable List<String> silentServices) {

    /** Why and since when a run is suspended. */
    @Schema(name = "RunSuspension")
    public record Suspension(SuspensionReason reason, String detail, Instant since) {}

    /** Who stopped a run, when and why. */
    @Schema(name = "RunStop")
    public record Stop(Actor by, String reason, Instant at) {}

    static Run of(RunStarted event) {
        return new Run(
                event.runId(),
                event.environment(),
                RunState.ACTIVE,
                event.configuration(),
                event.snapshot(),
                event.startedBy(),
                event.meta().occurredAt(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Returns the run as it is shown, with the services that do not work for it now. */
    public Run withSilent(List<String> services) {
        return new Run(
                runId,
                environment,
                state,
                configuration,
                snapshot,
                startedBy,
                startedAt,
                suspension,
                stop,
                stoppedAt,
                caps,
                state == RunState.STOPPED || services.isEmpty() ? null : List.copyOf(services));
    }

    boolean isStopRecorded() {
        return !state.isBefore(RunState.STOP_REQUESTED);
    }

    Run suspended(RunSuspended event) {
        var why = new Suspension(event.reason(), event.detail(), event.meta().occurredAt());
        return state.isBefore(RunState.STOP_REQUESTED) ? with(RunState.SUSPENDED, why, null, null) : this;
    }

    Run resumed() {
        return state == RunState.SUSPENDED ? with(RunState.ACTIVE, null, null, null) : this;
    }

    Run stopRequested(StopRun command) {
        var first =
                new Stop(command.issuedBy(), command.reason(), command.meta().occurredAt());
        return state.isBefore(RunState.STOP_REQUESTED) ? with(RunState.STOP_REQUESTED, null, first, null) : this;
    }

    Run stopping(RunStopping event) {
        var confirmed = new Stop(event.stoppedBy(), event.reason(), event.meta().occurredAt());
        return state.isBefore(RunState.STOPPING)
                ? with(RunState.STOPPING, null, stop == null ? confirmed : stop, null)
                : this;
    }

    Run stopped(RunStopped event) {
        return state.isBefore(RunState.STOPPED)
                ? with(RunState.STOPPED, null, stop, event.meta().occurredAt())
                : this;
    }

    Run applied(ConfigurationApplied event) {
        return new Run(
                runId,
                environment,
                state,
                event.configuration(),
                event.snapshot(),
                startedBy,
                startedAt,
                suspension,
                stop,
                stoppedAt,
                caps,
                silentServices);
    }

    private Run with(RunState next, @Nullable Suspension why, @Nullable Stop who, @Nullable Instant end) {
        return new Run(
                runId,
                environment,
                next,
                configuration,
                snapshot,
                startedBy,
                startedAt,
                why,
                who,
                end,
                caps,
                silentServices);
    }

    /** Risk has decided about a permit of this run: until a cap is reached, none blocks it. */
    Run granted() {
        return caps == null ? with(List.of()) : this;
    }

    Run reached(CapReached event) {
        return with(Stream.concat(others(event.cap()), Stream.of(ReachedCap.of(event)))
                .toList());
    }

    Run cleared(CapCleared event) {
        return with(others(event.cap()).toList());
    }

    private Stream<ReachedCap> others(Cap cap) {
        return caps == null ? Stream.of() : caps.stream().filter(reached -> reached.cap() != cap);
    }

    private Run with(List<ReachedCap> reached) {
        return new Run(
                runId,
                environment,
                state,
                configuration,
                snapshot,
                startedBy,
                startedAt,
                suspension,
                stop,
                stoppedAt,
                reached,
                silentServices);
    }
}
