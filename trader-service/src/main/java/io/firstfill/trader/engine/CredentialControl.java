package io.firstfill.trader.engine;

import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.balance.BalanceWatch;
import io.firstfill.trader.credential.CredentialResult;
import io.firstfill.trader.credential.CredentialWatch;
import io.firstfill.trader.credential.KeyPairsWatch;
import io.firstfill.trader.loop.Results;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.Orders;
import io.firstfill.trader.submit.SubmitResult;
import java.time.Duration;

/** Decides what a check of the credential means for the runs, and keeps the key's list of pairs read. */
final class CredentialControl {
    /** No call beside those for orders within this time before an opening. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Orders orders;
    private final CredentialWatch watch;
    private final KeyPairsWatch pairs;
    private final BalanceWatch balances;
    private final RunControl runs;
    private final Venue venue;

    CredentialControl(
            Orders orders,
            CredentialWatch watch,
            KeyPairsWatch pairs,
            BalanceWatch balances,
            RunControl runs,
            Venue venue) {
        this.orders = orders;
        this.watch = watch;
        this.pairs = pairs;
        this.balances = balances;
        this.runs = runs;
        this.venue = venue;
    }

    /** Validates on command; runs that a lost credential has suspended are resumed by that. */
    void validate(ValidateCredential command, OrderRouter router) {
        Results.route(watch.validate(command), result -> route(result, router));
    }

    /** Notices a credential that is missing or rotated. */
    void check(OrderRouter router) {
        Results.route(watch.check(), result -> route(result, router));
    }

    /** Validates while there has been no verdict since the start. */
    void retry(OrderRouter router) {
        Results.route(watch.retry(), result -> route(result, router));
    }

    /** A refused key is invalid for the environment; any other refusal of the account concerns its run. */
    void accountRefused(SubmitResult.AccountRefused refused, OrderRouter router) {
        if (refused.reason() == SuspensionReason.CREDENTIAL_REJECTED) {
            route(watch.rejected(refused.answer().code(), refused.buy().cause()), router);
        } else {
            runs.accountRefused(refused, router);
        }
    }

    void route(CredentialResult result, OrderRouter router) {
        switch (result) {
            case CredentialResult.Answered answered -> {
                ValidateCredential command = answered.command();
                if (command != null && answered.usable()) {
                    runs.resumeAll(command);
                }
                if (answered.changed()) {
                    router.signAnew();
                }
                balances.learned(answered.balances(), answered.askedAt());
                refreshPairs();
                router.reviewAll();
            }
            case CredentialResult.Lost lost -> {
                if (lost.wasValid()) {
                    runs.suspendAll(lost, router);
                }
            }
            case CredentialResult.Unchanged unchanged -> {}
        }
    }

    /** A buy of the pair was armed: warns where the key does not list it. */
    void armed(Pair pair) {
        pairs.armed(pair);
    }

    /** Reads the key's list of pairs, unless an opening is near: the call takes its part of the budget. */
    void refreshPairs() {
        if (isValid() && isQuiet()) {
            pairs.refresh();
        }
    }

    /** Returns whether there is a key to sign with. */
    boolean isValid() {
        return watch.isValid();
    }

    /** Returns whether no armed buy opens within the next seconds. */
    boolean isQuiet() {
        return !orders.opensBefore(venue.exchangeTime().plus(QUIET));
    }
}
