package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;

/** Tells when the exchange's clock has not been known well enough for some beats. */
final class ClockWatch {
    private static final String SUBJECT = "exchange clock";
    private static final int BEATS_UNTIL_ALERT = 5;

    private final DeskParts desk;
    private int beatsWithout;

    ClockWatch(DeskParts desk) {
        this.desk = desk;
    }

    void beat() {
        boolean trusted = desk.venue().clockTrusted();
        beatsWithout = trusted ? 0 : beatsWithout + 1;
        if (trusted) {
            desk.alerts().clear(AlertKind.CLOCK_SKEW, SUBJECT);
        } else if (beatsWithout >= BEATS_UNTIL_ALERT) {
            desk.alerts()
                    .raise(
                            AlertKind.CLOCK_SKEW,
                            SUBJECT,
                            Severity.CRITICAL,
                            "The offset to the exchange's clock is unknown or too uncertain: nothing is armed");
        }
    }
}
