package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The book of the guardrails in force, against which configurations are checked. */
@ApplicationScoped
class GuardrailBook implements Book {
    private final Map<EnvironmentId, Guardrails> guardrails = new ConcurrentHashMap<>();

    Guardrails of(EnvironmentId environment) {
        return guardrails.getOrDefault(environment, Guardrails.NONE);
    }

    @Override
    public void reset() {
        guardrails.clear();
    }

    @Override
    public void apply(Message message) {
        if (message instanceof GuardrailsChanged changed) {
            guardrails.put(changed.environment(), changed.guardrails());
        }
    }
}
