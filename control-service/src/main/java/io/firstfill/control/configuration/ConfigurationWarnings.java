package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.control.ControlSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Warns about configurations that keep every rule and can still never buy, or less than they seem to. A warning refuses
 * nothing: what it rests on, such as a guardrail, may change before a run starts.
 */
@ApplicationScoped
public class ConfigurationWarnings {
    @FunctionalInterface
    private interface Check {
        Optional<Violation> found(Configuration configuration, Guardrails guardrails);
    }

    private final List<Check> checks = List.of(
            (it, guardrails) -> when(
                    !it.safety().buyScheduled() && !it.safety().buySurprise(),
                    "safety",
                    "buys nothing: buyScheduled and buySurprise are both off"),
            (it, guardrails) -> when(
                    PatternCover.refusesAll(it.symbols().allow(), it.symbols().deny()),
                    "symbols.deny",
                    "refuses every asset that symbols.allow accepts"),
            (it, guardrails) -> unlisted(it),
            (it, guardrails) -> tooSmall(it.quoteAmount(), it.caps().spendPerDay(), "caps.spendPerDay"),
            (it, guardrails) -> tooSmall(
                    it.quoteAmount(), guardrails.spendPerRun(), "the guardrail spendPerRun of its environment"),
            (it, guardrails) -> tooSmall(
                    it.quoteAmount(), guardrails.spendPerDay(), "the guardrail spendPerDay of its environment"),
            (it, guardrails) -> longer(
                    ConfigurationRules.polling(it).tickerInterval(),
                    it.signalMaxAge(),
                    "signalMaxAge",
                    "is shorter than polling.tickerInterval: a surprise may be too old when it is confirmed"),
            (it, guardrails) -> longer(
                    it.recvWindow(),
                    it.signalMaxAge(),
                    "recvWindow",
                    "is longer than signalMaxAge: the exchange may take an order when its signal is too old"),
            (it, guardrails) -> longer(
                    it.latencyBudget(),
                    it.signalMaxAge(),
                    "latencyBudget",
                    "is longer than signalMaxAge: a slow order is denied before anybody is alerted"));

    private final GuardrailBook guardrails;
    private final List<String> quoteAssets;

    ConfigurationWarnings(GuardrailBook guardrails, ControlSettings settings) {
        this.guardrails = guardrails;
        this.quoteAssets = settings.quoteAssets();
    }

    public List<Violation> of(EnvironmentId environment, Configuration configuration) {
        Guardrails inForce = guardrails.of(environment);
        return checks.stream()
                .flatMap(check -> check.found(configuration, inForce).stream())
                .toList();
    }

    private Optional<Violation> unlisted(Configuration configuration) {
        return when(
                !configuration.symbols().quoteAssets().isEmpty()
                        && configuration.symbols().quoteAssets().stream()
                                .map(Asset::code)
                                .noneMatch(quoteAssets::contains),
                "symbols.quoteAssets",
                "the exchange lists no pair in it: it has " + String.join(", ", quoteAssets));
    }

    private static Optional<Violation> tooSmall(Amount quoteAmount, @Nullable Amount limit, String name) {
        return when(
                limit != null && quoteAmount.exceeds(limit),
                "quoteAmount",
                "is above " + name + ", " + limit + ": no buy is allowed");
    }

    private static Optional<Violation> longer(@Nullable Duration one, Duration other, String field, String message) {
        return when(one != null && one.compareTo(other) > 0, field, message);
    }

    private static Optional<Violation> when(boolean found, String field, String message) {
        return found ? Optional.of(new Violation(field, message)) : Optional.empty();
    }
}
