package io.firstfill.control.overview;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.environment.BalanceBook;
import io.firstfill.control.environment.BalancesStatus;
import io.firstfill.control.environment.CredentialStatus;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.environment.OpenAlert;
import io.firstfill.control.environment.TradingStateStatus;
import io.firstfill.control.liveness.HeartbeatBook;
import io.firstfill.control.overview.EnvironmentStatus.CeilingsStatus;
import io.firstfill.control.overview.EnvironmentStatus.QuarantineStatus;
import io.firstfill.control.readiness.GateItem;
import io.firstfill.control.readiness.QuarantinedRecord;
import io.firstfill.control.readiness.StartGate;
import io.firstfill.control.run.Run;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Combines the books and the start-up gate into the status of an environment. */
@ApplicationScoped
public class EnvironmentView {
    private final Environments environments;
    private final EnvironmentBook book;
    private final BalanceBook balances;
    private final RunView runs;
    private final HeartbeatBook heartbeats;
    private final StartGate gate;

    EnvironmentView(
            Environments environments,
            EnvironmentBook book,
            BalanceBook balances,
            RunView runs,
            HeartbeatBook heartbeats,
            StartGate gate) {
        this.environments = environments;
        this.book = book;
        this.balances = balances;
        this.runs = runs;
        this.heartbeats = heartbeats;
        this.gate = gate;
    }

    public List<EnvironmentStatus> all() {
        return environments.all().entrySet().stream()
                .map(entry -> status(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Optional<EnvironmentStatus> find(String name) {
        return all().stream()
                .filter(status -> status.environment().value().equals(name))
                .findFirst();
    }

    private EnvironmentStatus status(EnvironmentId id, Target target) {
        List<GateItem> items = gate.items(id);
        Run active = runs.active(id).orElse(null);
        return new EnvironmentStatus(
                id,
                target.mode(),
                target.ceilings()
                        .map(most -> CeilingsStatus.of(most.quoteAmount(), most.spend(), most.tradesPerHour()))
                        .orElse(null),
                book.tradingState(id).map(TradingStateStatus::of).orElse(null),
                book.credential(id).map(CredentialStatus::of).orElse(CredentialStatus.UNKNOWN),
                balances.report(id)
                        .map(report -> BalancesStatus.of(report, active == null ? null : active.snapshot()))
                        .orElse(null),
                active,
                items.stream().allMatch(GateItem::ok),
                items,
                quarantined(id),
                heartbeats.services(id),
                book.openAlerts(id).stream().map(OpenAlert::of).toList());
    }

    private @Nullable QuarantineStatus quarantined(EnvironmentId id) {
        List<QuarantinedRecord> records = gate.quarantined(id);
        return records.isEmpty() ? null : new QuarantineStatus(records, StartGate.acknowledge(id));
    }
}
