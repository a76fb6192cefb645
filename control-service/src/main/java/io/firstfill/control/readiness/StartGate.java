package io.firstfill.control.readiness;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.guardrail.CapBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the conditions that must hold before a run starts, from the books in memory: a start waits for no query. */
@ApplicationScoped
public class StartGate {
    private static final String CREDENTIAL = "credential";
    private static final String CLOCK = "clock";
    private static final String TRADING_STATE = "trading-state";

    private static final String ROOM = "room";
    private static final String RECORDS = "records";
    /** Places named in the remedy; the environment's status has all of them. */
    private static final int SHOWN = 10;

    private final EnvironmentBook book;
    private final Quarantine quarantine;
    private final LedgerWatch ledger;
    private final ServiceChecks services;
    private final CapBook caps;
    private final BalanceCheck balance;

    StartGate(
            EnvironmentBook book,
            Quarantine quarantine,
            LedgerWatch ledger,
            ServiceChecks services,
            CapBook caps,
            BalanceCheck balance) {
        this.book = book;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.services = services;
        this.caps = caps;
        this.balance = balance;
    }

    /** Returns every condition. Whoever shows whether an environment is ready reads it here and nowhere else. */
    public List<GateItem> items(EnvironmentId environment) {
        return items(environment, null);
    }

    /** @param chosen the configuration of the run that is to start; null where none is, and then any room will do */
    public List<GateItem> items(EnvironmentId environment, @Nullable Configuration chosen) {
        Stream<GateItem> items = Stream.of(
                credential(environment),
                services.vault(environment),
                clock(environment),
                services.feeds(environment),
                services.risk(environment),
                tradingState(environment),
                room(environment, chosen == null ? null : chosen.quoteAmount()),
                records(environment),
                ledger.item(environment));
        return Stream.concat(items, balance.item(environment, chosen).stream()).toList();
    }

    private GateItem room(EnvironmentId environment, @Nullable Amount quoteAmount) {
        List<CapUse> full = caps.withoutRoom(environment, quoteAmount);
        return full.isEmpty()
                ? GateItem.inOrder(ROOM)
                : GateItem.failing(
                        ROOM,
                        "No room for one more buy: "
                                + full.stream().map(StartGate::used).collect(Collectors.joining("; "))
                                + ". Wait, close positions, reset a breaker, or a risk owner raises the guardrail.");
    }

    private static String used(CapUse use) {
        String until = use.until() == null ? "" : ", until " + use.until();
        String unreturned =
                use.unreturned() == null ? "" : ", with " + use.unreturned() + " in permits not returned yet";
        return use.cap() + " of the " + use.level() + " used " + use.used() + " of " + use.limit() + unreturned + until;
    }

    /** Returns the records that halt the environment, as the item {@code records} names them. */
    public List<QuarantinedRecord> quarantined(EnvironmentId environment) {
        return quarantine.records(environment);
    }

    private GateItem records(EnvironmentId environment) {
        List<QuarantinedRecord> records = quarantined(environment);
        return records.isEmpty()
                ? GateItem.inOrder(RECORDS)
                : GateItem.failing(
                        RECORDS,
                        "Records that may be a stop, a halt or a fill could not be processed: "
                                + records.stream()
                                        .limit(SHOWN)
                                        .map(QuarantinedRecord::toString)
                                        .collect(Collectors.joining(", "))
                                + ". " + acknowledge(environment));
    }

    /** Returns what a person can do about the records that halt the environment. */
    public static String acknowledge(EnvironmentId environment) {
        return "Look at each in the service's log and make sure that no stop, halt or fill is lost with it, then "
                + "acknowledge it: POST environments/" + environment + "/acknowledgements.";
    }

    private GateItem credential(EnvironmentId environment) {
        return book.credential(environment)
                .map(event -> credential(event, environment))
                .orElseGet(() -> GateItem.failing(
                        CREDENTIAL,
                        "The state of the credential is unknown: start the trader-service, which validates it, "
                                + "or validate it again."));
    }

    private GateItem credential(CredentialEvent event, EnvironmentId environment) {
        return switch (event) {
            case CredentialValidated it
            when it.canTrade() ->
                services.isTraderAlive(environment)
                        ? GateItem.inOrder(CREDENTIAL)
                        : GateItem.failing(
                                CREDENTIAL,
                                "The key at " + it.path() + " is valid, but no trader that could use it has given a"
                                        + " sign of life: start the trader-service, or look at its log.");
            case CredentialValidated it ->
                GateItem.failing(
                        CREDENTIAL, "The key at " + it.path() + " may not trade: give it the right, then validate it.");
            case CredentialMissing it ->
                GateItem.failing(CREDENTIAL, "There is no key at " + it.path() + ": store one, then validate it.");
            case CredentialRejected it ->
                GateItem.failing(
                        CREDENTIAL,
                        "The exchange refused the key at " + it.path() + " with code " + it.exchangeCode()
                                + ": replace it, then validate it.");
            case CredentialRotated it ->
                GateItem.failing(CREDENTIAL, "Version " + it.version() + " of the key is new: validate it.");
        };
    }

    private GateItem clock(EnvironmentId environment) {
        return book.openAlerts(environment).stream()
                .filter(alert -> alert.kind() == AlertKind.CLOCK_SKEW)
                .findFirst()
                .map(StartGate::skewed)
                .orElseGet(() -> GateItem.inOrder(CLOCK));
    }

    private static GateItem skewed(AlertRaised alert) {
        return GateItem.failing(
                CLOCK,
                alert.summary() + " (" + alert.subject()
                        + "): check this host's time service and the exchange's time.");
    }

    private GateItem tradingState(EnvironmentId environment) {
        return book.tradingState(environment)
                .map(it -> it.state() == TradingState.ACTIVE
                        ? GateItem.inOrder(TRADING_STATE)
                        : GateItem.failing(
                                TRADING_STATE,
                                "The environment is " + it.state() + " (" + it.reason()
                                        + "): a risk owner must set it to ACTIVE."))
                .orElseGet(() -> GateItem.failing(
                        TRADING_STATE, "The trading state is unknown: start the risk-service, which publishes it."));
    }
}
