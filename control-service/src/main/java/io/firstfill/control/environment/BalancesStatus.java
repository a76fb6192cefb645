package io.firstfill.control.environment;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The balances of an account in the assets that it buys with.
 *
 * @param asOf when the exchange stated it, by the trader's clock
 */
public record BalancesStatus(Instant asOf, List<AssetBalance> balances) {
    public BalancesStatus {
        balances = List.copyOf(balances);
    }

    /**
     * The holdings in one asset.
     *
     * @param locked in open orders
     * @param buys how many buys of the active run the free amount pays for; absent without a run that buys with the
     *     asset
     */
    public record AssetBalance(
            Asset asset,
            Amount free,
            Amount locked,
            @Nullable Long buys) {}

    /** @param running the configuration of the active run; null without one */
    public static BalancesStatus of(BalancesReported report, @Nullable Configuration running) {
        return new BalancesStatus(
                report.asOf(),
                report.balances().stream()
                        .map(balance -> new AssetBalance(
                                balance.asset(), balance.free(), balance.locked(), buys(balance, running)))
                        .toList());
    }

    private static @Nullable Long buys(Balance balance, @Nullable Configuration running) {
        if (running == null || running.quoteAmount().value().signum() == 0) {
            return null;
        }
        Set<Asset> chosen = running.symbols().quoteAssets();
        BigDecimal buys = balance.free().value().divide(running.quoteAmount().value(), 0, RoundingMode.DOWN);
        return chosen.isEmpty() || chosen.contains(balance.asset())
                ? buys.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue()
                : null;
    }
}
