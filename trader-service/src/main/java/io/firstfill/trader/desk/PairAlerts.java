package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.AlertBoard;

/** That our key may not trade a pair: feared before the opening, known after it. */
final class PairAlerts {
    private final AlertBoard alerts;

    PairAlerts(AlertBoard alerts) {
        this.alerts = alerts;
    }

    void unlisted(Pair pair) {
        alerts.raise(
                AlertKind.PAIR_BARRED,
                pair.toString(),
                Severity.WARNING,
                pair
                        + " is not among the pairs the key lists for itself: if the key is restricted to pairs, its order will be"
                        + " refused");
    }

    /** Told even where it was feared before: now it is certain. */
    void barred(Pair pair, int code) {
        taken(pair);
        alerts.raise(
                AlertKind.PAIR_BARRED,
                pair.toString(),
                Severity.CRITICAL,
                "The exchange takes no order of " + pair + " from this key: code " + code
                        + "; look whether the key is restricted to pairs");
    }

    void taken(Pair pair) {
        alerts.over(AlertKind.PAIR_BARRED, pair.toString());
    }
}
