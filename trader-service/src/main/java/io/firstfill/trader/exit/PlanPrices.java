package io.firstfill.trader.exit;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The prices and quantities that a plan names for one position: prices in quote, quantities in base. */
record PlanPrices(ExitPlan plan, HeldPosition position) {
    /** As many as the written form carries. */
    private static final int DECIMALS = 20;

    Price level(int level) {
        Ratio above = plan.takeProfits().get(level).above();
        return new Price(scaled(
                position.averagePrice().value().multiply(BigDecimal.ONE.add(above.value())), RoundingMode.CEILING));
    }

    Optional<Price> stop() {
        return Optional.ofNullable(plan.stopLoss()).map(StopLoss::below).map(this::underAverage);
    }

    /** Empty until the highest bid has been at the activation. */
    Optional<Price> trailing(ExitState state) {
        TrailingStop rule = plan.trailingStop();
        Price highest = state.highest();
        if (rule == null || highest == null) {
            return Optional.empty();
        }
        BigDecimal activation =
                position.averagePrice().value().multiply(BigDecimal.ONE.add(rule.activation().value()));
        return highest.value().compareTo(activation) < 0
                ? Optional.empty()
                : Optional.of(under(highest, rule.below()));
    }

    /**
     * The level's share of everything bought, at most what no exit under way is to sell. Shares are cut off as sums, so
     * that those of a whole ladder leave nothing behind.
     */
    Quantity quantity(int level) {
        BigDecimal share = upTo(level + 1).subtract(upTo(level));
        return new Quantity(share.min(position.free().value()));
    }

    private BigDecimal upTo(int levels) {
        List<TakeProfit> ladder = plan.takeProfits().subList(0, levels);
        BigDecimal shares =
                ladder.stream().map(level -> level.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return scaled(position.bought().value().multiply(shares), RoundingMode.DOWN);
    }

    private Price underAverage(Ratio below) {
        return under(position.averagePrice(), below);
    }

    private static Price under(Price price, Ratio below) {
        return new Price(
                scaled(price.value().multiply(BigDecimal.ONE.subtract(below.value())), RoundingMode.CEILING));
    }

    private static BigDecimal scaled(BigDecimal value, RoundingMode mode) {
        return value.scale() > DECIMALS ? value.setScale(DECIMALS, mode) : value;
    }
}
