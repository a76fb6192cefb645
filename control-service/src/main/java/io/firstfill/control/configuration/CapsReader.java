package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.value.Amount;
import io.firstfill.control.configuration.ConfigurationDraft.CapsDraft;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the caps of a draft. A cap that is left out gets its default, or does not exist in the run. */
final class CapsReader {
    private static final int DEFAULT_TRADES = 10;
    private static final int DEFAULT_LISTINGS = 3;

    private final DraftReader reader;
    private final Optional<Ceilings> ceilings;

    CapsReader(DraftReader reader, Optional<Ceilings> ceilings) {
        this.reader = reader;
        this.ceilings = ceilings;
    }

    Caps read(@Nullable CapsDraft given, Amount quoteAmount) {
        CapsDraft draft = given == null ? CapsDraft.NONE : given;
        int trades = Optional.ofNullable(draft.tradesPerHour())
                .orElseGet(() -> Math.min(
                        DEFAULT_TRADES, ceilings.map(Ceilings::tradesPerHour).orElse(DEFAULT_TRADES)));
        Amount spend = Optional.ofNullable(draft.spend())
                .map(text -> reader.amount("caps.spend", text))
                .orElseGet(() -> defaultSpend(quoteAmount));
        return new Caps(
                count("caps.tradesPerHour", trades, ConfigurationLimits.TRADES_PER_HOUR),
                spend,
                count(
                        "caps.concurrentListings",
                        Objects.requireNonNullElse(draft.concurrentListings(), DEFAULT_LISTINGS),
                        ConfigurationLimits.CONCURRENT_LISTINGS),
                amount("caps.spendPerDay", draft.spendPerDay()),
                optionalCount("caps.openPositions", draft.openPositions(), ConfigurationLimits.OPEN_POSITIONS),
                amount("caps.lossPerDay", draft.lossPerDay()),
                optionalCount(
                        "caps.consecutiveFailures",
                        draft.consecutiveFailures(),
                        ConfigurationLimits.CONSECUTIVE_FAILURES));
    }

    /** An amount beyond the limit is refused by its own rule; ten times as much might have more digits than we read. */
    private Amount defaultSpend(Amount quoteAmount) {
        Amount spend = ConfigurationLimits.AMOUNT.exceeds(quoteAmount)
                ? new Amount(quoteAmount
                        .value()
                        .multiply(BigDecimal.valueOf(DEFAULT_TRADES))
                        .min(ConfigurationLimits.AMOUNT.value()))
                : quoteAmount;
        return ceilings.map(Ceilings::spend)
                .map(Amount::new)
                .filter(spend::exceeds)
                .orElse(spend);
    }

    private @Nullable Amount amount(String field, @Nullable String text) {
        return text == null ? null : reader.amount(field, text);
    }

    private @Nullable Integer optionalCount(String field, @Nullable Integer value, int most) {
        return value == null ? null : count(field, value, most);
    }

    private int count(String field, int value, int most) {
        if (value < 1 || value > most) {
            reader.refuse(field, "must be from 1 to " + most);
        }
        return Math.max(value, 1);
    }
}
