package io.firstfill.control.readiness;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.alert.AlertSubjects;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.liveness.Hearing;
import io.firstfill.control.liveness.HeartbeatBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that the services without which nothing is bought are alive, that the scanner sees the exchange, and that the
 * trader can read Vault.
 */
@ApplicationScoped
class ServiceChecks {
    private static final String FEEDS = "feeds";
    private static final String RISK = "risk";
    private static final String VAULT = "vault";
    /** The scanner finds surprises by one of these feeds while the other fails; without both it is blind. */
    private static final List<String> DETECTING = List.of("default-symbols", "ticker-price");

    private static final Set<AlertKind> FAILING = EnumSet.of(AlertKind.FEED_SILENT, AlertKind.FEED_DEGRADED);

    private final EnvironmentBook book;
    private final HeartbeatBook heartbeats;
    private final Hearing hearing;

    ServiceChecks(EnvironmentBook book, HeartbeatBook heartbeats, Hearing hearing) {
        this.book = book;
        this.heartbeats = heartbeats;
        this.hearing = hearing;
    }

    boolean isTraderAlive(EnvironmentId environment) {
        return heartbeats.isAlive(environment, HeartbeatBook.TRADER);
    }

    /** Control must not start a run on what it heard before its own connection was away. */
    private Optional<GateItem> deaf(String item) {
        return hearing.until()
                .filter(until -> heartbeats.isExpected() && hearing.isDeaf())
                .map(until -> GateItem.failing(
                        item,
                        "Control itself has read nothing since " + until
                                + " and does not know what the services do: look"
                                + " at the brokers, and at control's connection to them."));
    }

    GateItem feeds(EnvironmentId environment) {
        return deaf(FEEDS).orElseGet(() -> heardFeeds(environment));
    }

    private GateItem heardFeeds(EnvironmentId environment) {
        if (!heartbeats.isAlive(environment, HeartbeatBook.SCANNER)) {
            return GateItem.failing(
                    FEEDS, "No scanner has given a sign of life: start the scanner-service, or look at its log.");
        }
        List<Optional<AlertRaised>> failing =
                DETECTING.stream().map(feed -> failing(environment, feed)).toList();
        return failing.stream().allMatch(Optional::isPresent)
                ? GateItem.failing(
                        FEEDS,
                        failing.getFirst().orElseThrow().summary()
                                + ", and no other feed shows new pairs: look at the exchange's status and at the"
                                + " scanner's log.")
                : GateItem.inOrder(FEEDS);
    }

    /** Orders go on with the key in use while Vault is away; a run does not start on a key that may be replaced. */
    GateItem vault(EnvironmentId environment) {
        return book.openAlerts(environment).stream()
                .filter(alert ->
                        alert.kind() == AlertKind.CREDENTIAL && alert.subject().equals(AlertSubjects.VAULT))
                .findFirst()
                .map(alert -> GateItem.failing(
                        VAULT,
                        alert.summary()
                                + ": unseal or start it, or mend its policy or the trader's login (deploy/vault)."
                                + " The trader asks again by itself."))
                .orElseGet(() -> GateItem.inOrder(VAULT));
    }

    GateItem risk(EnvironmentId environment) {
        return deaf(RISK).orElseGet(() -> heardRisk(environment));
    }

    private GateItem heardRisk(EnvironmentId environment) {
        return heartbeats.isAlive(environment, HeartbeatBook.RISK)
                ? GateItem.inOrder(RISK)
                : GateItem.failing(
                        RISK,
                        "No risk-service has given a sign of life, and without it there are no permits: start it, or"
                                + " look at its log.");
    }

    private Optional<AlertRaised> failing(EnvironmentId environment, String feed) {
        Stream<AlertRaised> alerts = book.openAlerts(environment).stream();
        return alerts.filter(alert ->
                        FAILING.contains(alert.kind()) && alert.subject().equals(feed))
                .findFirst();
    }
}
