package io.firstfill.control.listing;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.control.guardrail.CapBook;
import io.firstfill.control.run.Run;
import io.firstfill.control.run.RunBook;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caps that bound the amount of one buy, at all three levels. */
@ApplicationScoped
class BuyCaps {
    private final Environments environments;
    private final CapBook guardrails;
    private final RunBook runs;

    BuyCaps(Environments environments, CapBook guardrails, RunBook runs) {
        this.environments = environments;
        this.guardrails = guardrails;
        this.runs = runs;
    }

    /** Returns the configuration of the run that is not stopped. */
    Optional<Configuration> running(EnvironmentId environment) {
        return runs.active(environment).map(Run::snapshot);
    }

    List<Amount> of(EnvironmentId environment) {
        List<Amount> caps = new ArrayList<>();
        environments.find(environment).flatMap(target -> target.ceilings()).ifPresent(most -> {
            caps.add(new Amount(most.quoteAmount()));
            caps.add(new Amount(most.spend()));
            most.spendPerDay().map(Amount::new).ifPresent(caps::add);
        });
        guardrails.guardrails(environment).map(GuardrailsChanged::guardrails).ifPresent(it -> addTo(caps, it));
        running(environment).map(Configuration::caps).ifPresent(it -> addTo(caps, it));
        return caps;
    }

    private static void addTo(List<Amount> caps, Guardrails guardrails) {
        add(caps, guardrails.spendPerRun());
        add(caps, guardrails.spendPerDay());
    }

    private static void addTo(List<Amount> caps, Caps run) {
        add(caps, run.spend());
        add(caps, run.spendPerDay());
    }

    private static void add(List<Amount> caps, @Nullable Amount cap) {
        if (cap != null) {
            caps.add(cap);
        }
    }
}
