package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.control.configuration.ConfigurationDraft.CapsDraft;
import io.firstfill.control.configuration.ConfigurationDraft.PollingDraft;
import io.firstfill.control.configuration.ConfigurationDraft.SafetyDraft;
import io.firstfill.control.configuration.ConfigurationDraft.SymbolsDraft;
import io.firstfill.control.configuration.exit.ExitPlanReader;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts a draft into a configuration, or into the list of all its violations. */
@ApplicationScoped
class DraftValidator {
    private static final String QUOTE_AMOUNT = "quoteAmount";
    private static final String SPEND = "caps.spend";

    private final Environments environments;
    private final ConfigurationRules rules;

    DraftValidator(Environments environments, ConfigurationRules rules) {
        this.environments = environments;
        this.rules = rules;
    }

    /** A configuration, or the violations of its draft. */
    sealed interface Result {
        record Valid(EnvironmentId environment, Configuration configuration) implements Result {}

        record Invalid(List<Violation> violations) implements Result {}
    }

    Result validate(ConfigurationDraft draft) {
        DraftReader reader = new DraftReader();
        Optional<EnvironmentId> environment = environment(reader, draft.environment());
        Optional<Ceilings> ceilings = environment.flatMap(environments::find).flatMap(target -> target.ceilings());
        Configuration configuration = configuration(reader, draft, ceilings);
        List<Violation> violations = new ArrayList<>(reader.violations());
        rules.violations(configuration, ceilings).stream()
                .filter(found -> !isNamed(violations, found.field()))
                .forEach(violations::add);
        if (isSpendDerived(draft) && isNamed(violations, QUOTE_AMOUNT)) {
            violations.removeIf(found -> found.field().equals(SPEND));
        }
        return violations.isEmpty() && environment.isPresent()
                ? new Result.Valid(environment.get(), configuration)
                : new Result.Invalid(List.copyOf(violations));
    }

    private static boolean isNamed(List<Violation> violations, String field) {
        return violations.stream().anyMatch(known -> known.field().equals(field));
    }

    /** A default that is wrong because another field is wrong is not the caller's to correct. */
    private static boolean isSpendDerived(ConfigurationDraft draft) {
        CapsDraft caps = draft.caps();
        return caps == null || caps.spend() == null;
    }

    private Optional<EnvironmentId> environment(DraftReader reader, @Nullable String name) {
        Optional<String> given = reader.text("environment", name);
        Optional<EnvironmentId> known = environments.all().keySet().stream()
                .filter(id -> given.filter(id.value()::equals).isPresent())
                .findFirst();
        if (given.isPresent() && known.isEmpty()) {
            reader.refuse("environment", "must be one of " + environments.all().keySet());
        }
        return known;
    }

    private static Configuration configuration(
            DraftReader reader, ConfigurationDraft draft, Optional<Ceilings> ceilings) {
        String name = reader.name("name", draft.name()).orElse("unnamed");
        Amount quoteAmount = reader.text("quoteAmount", draft.quoteAmount())
                .map(text -> reader.amount("quoteAmount", text))
                .orElse(Amount.ZERO);
        return new Configuration(
                name,
                quoteAmount,
                symbols(reader, draft.symbols()),
                reader.style("orderStyle", draft.orderStyle()),
                reader.duration(
                        "recvWindow", draft.recvWindow(), ConfigurationLimits.RECV_WINDOW, Duration.ofSeconds(1)),
                reader.duration(
                        "signalMaxAge",
                        draft.signalMaxAge(),
                        ConfigurationLimits.SIGNAL_MAX_AGE,
                        Duration.ofSeconds(2)),
                reader.duration(
                        "latencyBudget",
                        draft.latencyBudget(),
                        ConfigurationLimits.LATENCY_BUDGET,
                        Duration.ofMillis(500)),
                reader.duration(
                        "probeWindow", draft.probeWindow(), ConfigurationLimits.PROBE_WINDOW, Duration.ofSeconds(3)),
                new CapsReader(reader, ceilings).read(draft.caps(), quoteAmount),
                safety(draft.safety()),
                reader.price("priceCap", draft.priceCap()),
                reader.ratio("maxPremium", draft.maxPremium()),
                polling(reader, draft.polling()),
                new ExitPlanReader("exitPlan", reader::refuse).read(draft.exitPlan()));
    }

    private static SymbolFilter symbols(DraftReader reader, @Nullable SymbolsDraft given) {
        SymbolsDraft draft = given == null ? new SymbolsDraft(null, null, null) : given;
        List<String> quoteAssets = Objects.requireNonNullElse(draft.quoteAssets(), List.of("USDT"));
        return new SymbolFilter(
                reader.asset("symbols.quoteAssets", quoteAssets).map(Set::of).orElse(Set.of()),
                reader.patterns("symbols.allow", draft.allow()),
                reader.patterns("symbols.deny", draft.deny()));
    }

    private static @Nullable Polling polling(DraftReader reader, @Nullable PollingDraft given) {
        return given == null
                ? null
                : new Polling(
                        reader.optionalDuration(
                                "polling.tickerInterval", given.tickerInterval(), ConfigurationLimits.TICKER_INTERVAL),
                        reader.optionalDuration(
                                "polling.calendarInterval",
                                given.calendarInterval(),
                                ConfigurationLimits.CALENDAR_INTERVAL));
    }

    private static SafetySwitches safety(@Nullable SafetyDraft given) {
        SafetyDraft draft = given == null ? new SafetyDraft(null, null, null) : given;
        return new SafetySwitches(
                !Boolean.FALSE.equals(draft.buyScheduled()),
                !Boolean.FALSE.equals(draft.buySurprise()),
                !Boolean.FALSE.equals(draft.requireQualified()));
    }
}
