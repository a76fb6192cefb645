package io.firstfill.control.environment;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The book of each environment's latest trading state, latest credential event and open alerts. */
@ApplicationScoped
public class EnvironmentBook implements Book {
    private record AlertKey(EnvironmentId environment, AlertKind kind, String subject) {}

    private final Map<EnvironmentId, TradingStateChanged> states = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, TradingState> wanted = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, CredentialEvent> credentials = new ConcurrentHashMap<>();
    private final Map<AlertKey, AlertRaised> alerts = new ConcurrentHashMap<>();

    public Optional<TradingStateChanged> tradingState(EnvironmentId environment) {
        return Optional.ofNullable(states.get(environment));
    }

    /** Returns whether the latest command about the environment's trading state asks for another one than this. */
    boolean isSuperseded(EnvironmentId environment, TradingState state) {
        return wanted.getOrDefault(environment, state) != state;
    }

    public Optional<CredentialEvent> credential(EnvironmentId environment) {
        return Optional.ofNullable(credentials.get(environment));
    }

    /** Returns the alerts that were raised and not cleared, oldest first. */
    public List<AlertRaised> openAlerts(EnvironmentId environment) {
        return alerts.values().stream()
                .filter(alert -> alert.environment().equals(environment))
                .sorted(Comparator.comparing(alert -> alert.meta().occurredAt()))
                .toList();
    }

    @Override
    public void reset() {
        states.clear();
        wanted.clear();
        credentials.clear();
        alerts.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case SetTradingState command -> wanted.put(command.environment(), command.state());
            case TradingStateChanged changed -> states.put(changed.environment(), changed);
            case CredentialEvent event -> credentials.put(event.environment(), event);
            case AlertRaised raised ->
                alerts.merge(
                        new AlertKey(raised.environment(), raised.kind(), raised.subject()),
                        raised,
                        EnvironmentBook::restated);
            case AlertCleared cleared ->
                alerts.remove(new AlertKey(cleared.environment(), cleared.kind(), cleared.subject()));
            default -> {
                // A message of another book.
            }
        }
    }

    /** An alert that is raised again is the same alert, open since it was raised first, with its latest content. */
    private static AlertRaised restated(AlertRaised first, AlertRaised latest) {
        return new AlertRaised(
                first.meta(),
                latest.environment(),
                latest.kind(),
                latest.subject(),
                latest.severity(),
                latest.summary(),
                latest.runId(),
                latest.until(),
                latest.cap());
    }
}
