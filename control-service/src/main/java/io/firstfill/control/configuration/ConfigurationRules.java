package io.firstfill.control.configuration;

import static io.firstfill.control.configuration.ConfigurationLimits.AMOUNT;

import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.configuration.ConfigurationLimits.DurationRange;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import io.firstfill.service.json.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of every configuration (FR-001). All rules that are broken are reported, not the first alone. */
@ApplicationScoped
public class ConfigurationRules {
    static final String NO_MEANING = "has no meaning for MARKET: use IOC_CAPPED or MARKET_THEN_IOC";

    @FunctionalInterface
    private interface Rule {
        Optional<Violation> broken(Configuration configuration, Optional<Ceilings> ceilings);
    }

    /** A field that the services know since level 3 of the contract. */
    private record NewField(String name, Function<Configuration, @Nullable Object> value) {}

    private static final List<NewField> NEW_FIELDS = List.of(
            new NewField("caps.spendPerDay", it -> it.caps().spendPerDay()),
            new NewField("caps.openPositions", it -> it.caps().openPositions()),
            new NewField("caps.lossPerDay", it -> it.caps().lossPerDay()),
            new NewField("caps.consecutiveFailures", it -> it.caps().consecutiveFailures()),
            new NewField("maxPremium", Configuration::maxPremium),
            new NewField("polling.tickerInterval", it -> polling(it).tickerInterval()),
            new NewField("polling.calendarInterval", it -> polling(it).calendarInterval()));

    private final List<Rule> rules = List.of(
            (it, ceilings) -> unless(
                    it.name().length() <= Texts.MAX_NAME, "name", "must have 1 to " + Texts.MAX_NAME + " characters"),
            (it, ceilings) -> positive(it.quoteAmount(), "quoteAmount", ceilings.map(Ceilings::quoteAmount)),
            (it, ceilings) -> positive(it.caps().spend(), "caps.spend", ceilings.map(Ceilings::spend)),
            (it, ceilings) -> positive(it.caps().spendPerDay(), "caps.spendPerDay", Optional.empty()),
            (it, ceilings) -> positive(it.caps().lossPerDay(), "caps.lossPerDay", Optional.empty()),
            (it, ceilings) -> it.priceCap() == null
                    ? Optional.empty()
                    : unless(
                            it.priceCap().value().compareTo(AMOUNT.value()) <= 0,
                            "priceCap",
                            "must be more than 0 and at most " + AMOUNT),
            (it, ceilings) -> unless(
                    it.priceCap() == null || isQuantity(it.quoteAmount(), it.priceCap()),
                    "priceCap",
                    "must not be so low that quoteAmount buys more than " + AMOUNT + " units"),
            (it, ceilings) ->
                    unless(it.priceCap() == null || it.orderStyle() != OrderStyle.MARKET, "priceCap", NO_MEANING),
            (it, ceilings) ->
                    unless(it.maxPremium() == null || it.orderStyle() != OrderStyle.MARKET, "maxPremium", NO_MEANING),
            (it, ceilings) -> unless(
                    it.maxPremium() == null || it.maxPremium().value().compareTo(ConfigurationLimits.PREMIUM) <= 0,
                    "maxPremium",
                    "must be from 0 to " + ConfigurationLimits.PREMIUM + "; 0.3 is 30 %"),
            (it, ceilings) -> within(it.recvWindow(), ConfigurationLimits.RECV_WINDOW, "recvWindow"),
            (it, ceilings) -> within(it.signalMaxAge(), ConfigurationLimits.SIGNAL_MAX_AGE, "signalMaxAge"),
            (it, ceilings) -> within(it.latencyBudget(), ConfigurationLimits.LATENCY_BUDGET, "latencyBudget"),
            (it, ceilings) -> within(it.probeWindow(), ConfigurationLimits.PROBE_WINDOW, "probeWindow"),
            (it, ceilings) ->
                    within(polling(it).tickerInterval(), ConfigurationLimits.TICKER_INTERVAL, "polling.tickerInterval"),
            (it, ceilings) -> within(
                    polling(it).calendarInterval(), ConfigurationLimits.CALENDAR_INTERVAL, "polling.calendarInterval"),
            (it, ceilings) -> unless(
                    !it.quoteAmount().exceeds(it.caps().spend()),
                    "caps.spend",
                    "must be at least the quoteAmount of one buy, " + it.quoteAmount()),
            (it, ceilings) -> ceilings.flatMap(most -> unless(
                    it.caps().tradesPerHour() <= most.tradesPerHour(),
                    "caps.tradesPerHour",
                    "must be from 1 to " + most.tradesPerHour() + ", the environment's ceiling")));

    private final MessageCodec codec;

    ConfigurationRules(MessageCodec codec) {
        this.codec = codec;
    }

    /** Returns one violation per broken rule. Without ceilings their rules are not checked. */
    public List<Violation> violations(Configuration configuration, Optional<Ceilings> ceilings) {
        Stream<Violation> broken = rules.stream().flatMap(rule -> rule.broken(configuration, ceilings).stream());
        return Stream.concat(broken, notYet(configuration)).toList();
    }

    /** A service of an earlier build would buy without the limit, and leave the position unsold. */
    private Stream<Violation> notYet(Configuration configuration) {
        return Stream.concat(
                unless(configuration.exitPlan() == null || codec.mayWrite(SetExitPlan.class), "exitPlan", tooNew(4))
                        .stream(),
                codec.mayWrite(ConfigurationArchived.class)
                        ? Stream.empty()
                        : NEW_FIELDS.stream()
                                .filter(field -> field.value().apply(configuration) != null)
                                .map(field -> new Violation(field.name(), tooNew(3))));
    }

    private static String tooNew(int level) {
        return "is not accepted before firstfill.contract.level is " + level + ": not every service obeys it";
    }

    static Polling polling(Configuration configuration) {
        Polling polling = configuration.polling();
        return polling == null ? new Polling(null, null) : polling;
    }

    private static Optional<Violation> positive(@Nullable Amount amount, String field, Optional<BigDecimal> ceiling) {
        BigDecimal most = ceiling.map(AMOUNT.value()::min).orElse(AMOUNT.value());
        return unless(
                amount == null || (amount.exceeds(Amount.ZERO) && amount.value().compareTo(most) <= 0),
                field,
                "must be more than 0 and at most " + most.toPlainString()
                        + ceiling.map(any -> ", the environment's ceiling").orElse(""));
    }

    private static boolean isQuantity(Amount quoteAmount, Price price) {
        return AMOUNT.value().multiply(price.value()).compareTo(quoteAmount.value()) >= 0;
    }

    private static Optional<Violation> within(@Nullable Duration value, DurationRange range, String field) {
        return unless(value == null || range.contains(value), field, "must be " + range);
    }

    private static Optional<Violation> unless(boolean kept, String field, String message) {
        return kept ? Optional.empty() : Optional.of(new Violation(field, message));
    }
}
