package io.firstfill.trader.balance;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Asset;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Publishes the balances when they have changed, and unchanged ones from time to time, so that their age shows. */
final class BalanceReports {
    private final EnvironmentId environment;
    private final Consumer<Message> publish;
    private final List<Asset> assets;
    private final Duration interval;
    private List<Balance> reported = List.of();
    private Instant reportedAsOf = Instant.MIN;

    /**
     * @param assets reported where the account holds some of them; the first one is always reported
     * @param interval the longest time between the answers of two reports
     */
    BalanceReports(EnvironmentId environment, Consumer<Message> publish, List<Asset> assets, Duration interval) {
        this.environment = environment;
        this.publish = publish;
        this.assets = assets;
        this.interval = interval;
    }

    /** @param wanted assets that are reported also where the account holds none of them */
    void report(KnownBalances known, Set<Asset> wanted, Instant now) {
        List<Balance> current = reportable(known, wanted);
        boolean news = !current.equals(reported)
                || (known.asOf().isAfter(reportedAsOf) && !known.asOf().isBefore(next()));
        if (!current.isEmpty() && news) {
            reported = current;
            reportedAsOf = known.asOf();
            MessageId id = MessageId.derivedFrom("BalancesReported", environment, known.asOf(), now);
            publish.accept(new BalancesReported(Meta.first(id, now), environment, current, known.asOf()));
        }
    }

    private Instant next() {
        return reportedAsOf.equals(Instant.MIN) ? Instant.MIN : reportedAsOf.plus(interval);
    }

    private List<Balance> reportable(KnownBalances known, Set<Asset> wanted) {
        Set<Asset> candidates = new LinkedHashSet<>(assets);
        candidates.addAll(wanted);
        return candidates.stream()
                .flatMap(asset -> known.balances().of(asset).stream())
                .filter(balance -> isAlways(balance.asset(), wanted) || !isEmpty(balance))
                .toList();
    }

    private boolean isAlways(Asset asset, Set<Asset> wanted) {
        return asset.equals(assets.getFirst()) || wanted.contains(asset);
    }

    private static boolean isEmpty(Balance balance) {
        return balance.free().value().signum() == 0 && balance.locked().value().signum() == 0;
    }
}
