package io.firstfill.trader.desk;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;

/** Tells people, and the scanner, what the exchange lets us do: pauses it ordered, and how its clock runs. */
final class ExchangeWatch {
    /** How the subject of a pause ends that concerns everyone who asks the trading host. */
    private static final String TRADING_HOST = "/api";

    private static final String PAUSE = "trader" + TRADING_HOST;
    private static final String CLOCK = "exchange clock";
    private static final int LOOKS_UNTIL_CLOCK_ALERT = 20;

    private final DeskParts desk;
    private int looksWithoutClock;

    ExchangeWatch(DeskParts desk) {
        this.desk = desk;
    }

    /** What the scanner was told. Our own words come back too and change nothing. */
    void heard(AlertRaised alert) {
        Instant until = alert.until();
        if (alert.kind() == AlertKind.THROTTLED
                && until != null
                && alert.subject().endsWith(TRADING_HOST)) {
            desk.venue().pause(until);
            look();
        }
    }

    /** To be called a few times a second. */
    void look() {
        pauses();
        clock();
        drift();
    }

    private void pauses() {
        Instant until = desk.venue().pausedUntil();
        if (desk.now().isBefore(until)) {
            desk.alerts()
                    .raise(
                            AlertKind.THROTTLED,
                            PAUSE,
                            Severity.CRITICAL,
                            "The exchange turns this address away: orders wait until " + until,
                            until);
        } else {
            desk.alerts().clear(AlertKind.THROTTLED, PAUSE);
        }
    }

    private void clock() {
        boolean trusted = desk.venue().clockTrusted();
        looksWithoutClock = trusted ? 0 : looksWithoutClock + 1;
        if (trusted) {
            desk.alerts().clear(AlertKind.CLOCK_SKEW, CLOCK);
        } else if (looksWithoutClock >= LOOKS_UNTIL_CLOCK_ALERT) {
            desk.alerts()
                    .raise(
                            AlertKind.CLOCK_SKEW,
                            CLOCK,
                            Severity.CRITICAL,
                            "The offset to the exchange's clock is unknown or too uncertain: nothing is armed");
        }
    }

    private void drift() {
        long ppm = desk.venue().clockDrift();
        if (ppm == 0) {
            desk.alerts().clear(AlertKind.CLOCK_DRIFT, CLOCK);
        } else {
            desk.alerts()
                    .raise(
                            AlertKind.CLOCK_DRIFT,
                            CLOCK,
                            Severity.WARNING,
                            "The exchange's clock and ours run apart by " + ppm + " parts per million");
        }
    }
}
