package io.firstfill.control.readiness;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports the start-up gate of every environment. */
@ApplicationScoped
public class Readiness {
    private final Environments environments;
    private final StartGate gate;

    Readiness(Environments environments, StartGate gate) {
        this.environments = environments;
        this.gate = gate;
    }

    /** The start-up gates of all environments. */
    @Schema(name = "ReadinessReport")
    public record Report(boolean ready, List<EnvironmentReadiness> environments) {}

    /** The start-up gate of one environment. */
    public record EnvironmentReadiness(EnvironmentId environment, boolean ready, List<GateItem> items) {}

    public Report report() {
        List<EnvironmentReadiness> each =
                environments.all().keySet().stream().map(this::of).toList();
        return new Report(each.stream().allMatch(EnvironmentReadiness::ready), each);
    }

    private EnvironmentReadiness of(EnvironmentId environment) {
        List<GateItem> items = gate.items(environment);
        return new EnvironmentReadiness(environment, items.stream().allMatch(GateItem::ok), items);
    }
}
