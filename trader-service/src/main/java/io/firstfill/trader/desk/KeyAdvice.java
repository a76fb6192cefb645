package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.credential.KeyCheck;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators should change about a key that works. Of its age only this is known: it is at least as old as the version
 * of the secret it lies in. Whether it is bound to addresses, and when it ends, the exchange does not tell.
 */
final class KeyAdvice {
    private static final int NOT_LISTED_ADDRESS = 700006;

    private final DeskParts desk;
    private final String withdrawal;
    private final String age;

    KeyAdvice(DeskParts desk, String path) {
        this.desk = desk;
        this.withdrawal = path + " withdrawal";
        this.age = path + " age";
    }

    void rights(KeyCheck.Valid key) {
        if (key.canWithdraw()) {
            desk.alerts()
                    .raise(
                            AlertKind.CREDENTIAL,
                            withdrawal,
                            Severity.WARNING,
                            "The key has a withdraw right nobody needs: replace it by one without");
        } else {
            desk.alerts().clear(AlertKind.CREDENTIAL, withdrawal);
        }
    }

    void age(@Nullable Instant storedAt) {
        Instant end = end(storedAt);
        if (storedAt == null || end == null) {
            return;
        }
        if (desk.now().isBefore(storedAt.plus(desk.settings().keyAgeWarning()))) {
            desk.alerts().clear(AlertKind.CREDENTIAL, age);
            return;
        }
        long left = Math.max(0, Duration.between(desk.now(), end).toDays());
        desk.alerts()
                .raise(
                        AlertKind.CREDENTIAL,
                        age,
                        Severity.WARNING,
                        "The key was stored at " + storedAt
                                + ". If it has no IP binding it ends on its own, at the latest at " + end + " (" + left
                                + " days left): bind it or replace it");
    }

    /** When a key without IP binding ends at the latest. */
    @Nullable Instant end(@Nullable Instant storedAt) {
        return storedAt == null ? null : storedAt.plus(desk.settings().unboundKeyLife());
    }

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
