package io.firstfill.trader.alert;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;

/** The alerts that our key may not trade a pair: a warning before the opening, certain after a refusal. */
public final class PairAlerts {
    private final Alerts alerts;

    public PairAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Warns that the key's own list of pairs lacks the pair. */
    public void unlisted(Pair pair) {
        alerts.raise(
                AlertKind.PAIR_BARRED,
                pair.toString(),
                Severity.WARNING,
                pair
                        + " is not among the pairs the key lists for itself: if the key is restricted to pairs, its order will be"
                        + " refused");
    }

    /**
     * Alerts that the exchange has refused the pair; published also where the warning is open, because now it is
     * certain.
     */
    public void barred(Pair pair, int code) {
        tradable(pair);
        alerts.raise(
                AlertKind.PAIR_BARRED,
                pair.toString(),
                Severity.CRITICAL,
                "The exchange takes no order of " + pair + " from this key: code " + code
                        + "; look whether the key is restricted to pairs");
    }

    /** Closes the alert of a pair the key may trade after all. */
    public void tradable(Pair pair) {
        alerts.clearRaised(AlertKind.PAIR_BARRED, pair.toString());
    }
}
