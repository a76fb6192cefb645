package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Texts;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rules of every configuration (FR-001). All rules that are broken are reported, not the first alone. */
@ApplicationScoped
public class ConfigurationRules {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @FunctionalInterface
    private interface Rule {
        Optional<Violation> broken(Configuration configuration, Optional<Ceilings> ceilings);
    }

    private final List<Rule> rules = List.of(
            (it, ceilings) -> unless(
                    it.name().length() <= Texts.MAX_NAME, "name", "must have 1 to " + Texts.MAX_NAME + " characters"),
            (it, ceilings) -> atMost(it.quoteAmount().value(), "quoteAmount"),
            (it, ceilings) -> atMost(it.caps().spend().value(), "caps.spend"),
            (it, ceilings) -> it.priceCap() == null
                    ? Optional.empty()
                    : atMost(it.priceCap().value(), "priceCap"),
            (it, ceilings) -> unless(
                    it.priceCap() == null || isQuantity(it.quoteAmount(), it.priceCap()),
                    "priceCap",
                    "must not be so low that quoteAmount buys more than " + ConfigurationLimits.AMOUNT + " units"),
            (it, ceilings) -> unless(it.quoteAmount().exceeds(Amount.ZERO), "quoteAmount", "must be greater than zero"),
            (it, ceilings) -> unless(
                    it.priceCap() == null || it.orderStyle() != OrderStyle.MARKET,
                    "priceCap",
                    "has no meaning for MARKET: use IOC_CAPPED or MARKET_THEN_IOC"),
            (it, ceilings) -> within(it.recvWindow(), Duration.ofMillis(1), Duration.ofSeconds(1), "recvWindow"),
            (it, ceilings) -> within(it.signalMaxAge(), Duration.ofMillis(100), MINUTE, "signalMaxAge"),
            (it, ceilings) -> within(it.latencyBudget(), Duration.ofMillis(1), MINUTE, "latencyBudget"),
            (it, ceilings) -> within(it.probeWindow(), Duration.ZERO, MINUTE, "probeWindow"),
            (it, ceilings) -> unless(
                    !it.quoteAmount().exceeds(it.caps().spend()),
                    "caps.spend",
                    "must be at least the quoteAmount of one buy, " + it.quoteAmount()),
            (it, ceilings) -> ceilings.flatMap(most -> unless(
                    it.quoteAmount().value().compareTo(most.quoteAmount()) <= 0,
                    "quoteAmount",
                    "must not exceed the environment's ceiling of "
                            + most.quoteAmount().toPlainString())),
            (it, ceilings) -> ceilings.flatMap(most -> unless(
                    it.caps().spend().value().compareTo(most.spend()) <= 0,
                    "caps.spend",
                    "must not exceed the environment's ceiling of "
                            + most.spend().toPlainString())),
            (it, ceilings) -> ceilings.flatMap(most -> unless(
                    it.caps().tradesPerHour() <= most.tradesPerHour(),
                    "caps.tradesPerHour",
                    "must not exceed the environment's ceiling of " + most.tradesPerHour())));

    /** Returns one violation per broken rule. Without ceilings their rules are not checked. */
    public List<Violation> violations(Configuration configuration, Optional<Ceilings> ceilings) {
        return rules.stream()
                .flatMap(rule -> rule.broken(configuration, ceilings).stream())
                .toList();
    }

    private static Optional<Violation> atMost(BigDecimal value, String field) {
        return unless(
                value.compareTo(ConfigurationLimits.AMOUNT.value()) <= 0,
                field,
                "must be at most " + ConfigurationLimits.AMOUNT);
    }

    private static boolean isQuantity(Amount quoteAmount, Price price) {
        return ConfigurationLimits.AMOUNT.value().multiply(price.value()).compareTo(quoteAmount.value()) >= 0;
    }

    private static Optional<Violation> within(Duration value, Duration least, Duration most, String field) {
        boolean inside = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        return unless(inside, field, "must be from " + least + " to " + most);
    }

    private static Optional<Violation> unless(boolean kept, String field, String message) {
        return kept ? Optional.empty() : Optional.of(new Violation(field, message));
    }
}
