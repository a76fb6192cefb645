package io.firstfill.control.readiness;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports the whole start-up gate, with the ledger's readiness. A start does not query that readiness: the ledger
 * itself answers the start.
 */
@ApplicationScoped
public class Readiness {
    private final Environments environments;
    private final StartGate gate;
    private final LedgerProbe ledger;

    Readiness(Environments environments, StartGate gate, LedgerProbe ledger) {
        this.environments = environments;
        this.gate = gate;
        this.ledger = ledger;
    }

    /** The start-up gates of all environments. */
    public record Report(boolean ready, List<EnvironmentReadiness> environments) {}

    /** The start-up gate of one environment. */
    public record EnvironmentReadiness(EnvironmentId environment, boolean ready, List<GateItem> items) {}

    public Uni<Report> report() {
        return ledger.isReady().map(Readiness::ledgerItem).map(ledgerItem -> {
            List<EnvironmentReadiness> each = environments.all().keySet().stream()
                    .map(id -> of(id, ledgerItem))
                    .toList();
            return new Report(each.stream().allMatch(EnvironmentReadiness::ready), each);
        });
    }

    private EnvironmentReadiness of(EnvironmentId environment, GateItem ledgerItem) {
        List<GateItem> items = Stream.concat(gate.items(environment).stream(), Stream.of(ledgerItem))
                .toList();
        return new EnvironmentReadiness(environment, items.stream().allMatch(GateItem::ok), items);
    }

    private static GateItem ledgerItem(boolean ready) {
        return ready
                ? GateItem.inOrder("ledger")
                : GateItem.failing(
                        "ledger",
                        "The ledger is not ready: look at its health and log; a failed migration names its remedy.");
    }
}
