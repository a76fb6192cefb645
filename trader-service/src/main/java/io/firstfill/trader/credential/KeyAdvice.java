package io.firstfill.trader.credential;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Advises operators what to change about a key that works. The key is at least as old as the version of the secret that
 * holds it; more is not known of its age. The exchange does not tell whether a key is bound to addresses, nor when it
 * ends.
 */
final class KeyAdvice {
    private static final int NOT_LISTED_ADDRESS = 700006;

    private final Alerts alerts;
    private final EventLoop loop;
    private final CredentialSettings settings;
    private final String withdrawal;
    private final String age;

    KeyAdvice(Alerts alerts, EventLoop loop, CredentialSettings settings, String path) {
        this.alerts = alerts;
        this.loop = loop;
        this.settings = settings;
        this.withdrawal = path + " withdrawal";
        this.age = path + " age";
    }

    /** Warns of a right that the trader does not need. */
    void rights(KeyCheck.Valid key) {
        if (key.canWithdraw()) {
            alerts.raise(
                    AlertKind.CREDENTIAL,
                    withdrawal,
                    Severity.WARNING,
                    "The key has a withdraw right nobody needs: replace it by one without");
        } else {
            alerts.clear(AlertKind.CREDENTIAL, withdrawal);
        }
    }

    /** Warns when the key may soon end on its own. */
    void age(@Nullable Instant storedAt) {
        Instant end = end(storedAt);
        if (storedAt == null || end == null) {
            return;
        }
        if (loop.now().isBefore(storedAt.plus(settings.keyAgeWarning()))) {
            alerts.clear(AlertKind.CREDENTIAL, age);
            return;
        }
        long left = Math.max(0, Duration.between(loop.now(), end).toDays());
        alerts.raise(
                AlertKind.CREDENTIAL,
                age,
                Severity.WARNING,
                "The key was stored at " + storedAt
                        + ". If it has no IP binding it ends on its own, at the latest at " + end + " (" + left
                        + " days left): bind it or replace it");
    }

    /** Returns when a key without IP binding ends at the latest. */
    @Nullable Instant end(@Nullable Instant storedAt) {
        return storedAt == null ? null : storedAt.plus(settings.unboundKeyLife());
    }

    /** The refusal in words, for an alert. */
    static String why(KeyCheck.Rejected no) {
        String code = "exchange code " + no.exchangeCode();
        if (no.exchangeCode() != NOT_LISTED_ADDRESS) {
            return code;
        }
        String ours = no.refusedAddress();
        return code + ", the key is bound to addresses that ours" + (ours == null ? "" : " (" + ours + ")")
                + " is not among";
    }
}
