package io.firstfill.trader.engine;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.alert.PairAlerts;
import io.firstfill.trader.balance.BalanceWatch;
import io.firstfill.trader.credential.CredentialWatch;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.credential.KeyPairsWatch;
import io.firstfill.trader.decide.Conditions;
import io.firstfill.trader.decide.DecisionSettings;
import io.firstfill.trader.decide.FurtherAttempts;
import io.firstfill.trader.decide.ListingReview;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.reconcile.FeeQueries;
import io.firstfill.trader.reconcile.FirstMinuteWatch;
import io.firstfill.trader.reconcile.OrderQueries;
import io.firstfill.trader.reconcile.OrderReconciler;
import io.firstfill.trader.reconcile.PushedOrders;
import io.firstfill.trader.reconcile.Settlements;
import io.firstfill.trader.schedule.Aim;
import io.firstfill.trader.schedule.Arming;
import io.firstfill.trader.sell.Exits;
import io.firstfill.trader.sell.FreeBalances;
import io.firstfill.trader.sell.SellGate;
import io.firstfill.trader.sell.SellLookUps;
import io.firstfill.trader.sell.SellParts;
import io.firstfill.trader.sell.SellVenue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.EventOutbox;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.state.Orders;
import io.firstfill.trader.submit.OrderSubmitter;
import io.firstfill.trader.submit.ProbeSchedule;
import io.firstfill.trader.submit.RequestSender;
import io.firstfill.trader.trigger.TriggerPorts;
import io.firstfill.trader.trigger.PlanTriggers;
import io.firstfill.trader.submit.SendGate;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Puts the stages of one engine together, each with the parts it uses. */
final class EngineParts {
    private final SendGate gate;
    private final Stages stages;
    private final CredentialWatch credentials;
    private final KeyPairsWatch keyPairs;
    private final BalanceWatch balances;
    private final Venue venue;
    private final PlanTriggers triggers;

    EngineParts(
            EnginePorts ports,
            EngineSettings settings,
            EngineState state,
            OrderCommitter committer,
            EventOutbox outbox,
            Alerts alerts) {
        EventLoop loop = ports.loop();
        venue = ports.account().venue();
        KeyHolder keys = ports.account().keys();
        credentials = new CredentialWatch(
                ports.environment(),
                ports.keyring(),
                keys,
                ports.credentialPath(),
                loop,
                alerts,
                outbox::publish,
                settings.credential());
        keyPairs = new KeyPairsWatch(keys, loop, new PairAlerts(alerts));
        // A report of balances is in no queue behind which an order's event would wait.
        EventOutbox reports = new EventOutbox(ports.publish(), loop, ports.lease());
        balances = new BalanceWatch(
                ports.environment(),
                keys,
                state,
                venue,
                credentials::isValid,
                loop,
                alerts,
                reports::publish,
                settings.balance());
        Conditions conditions =
                new EngineConditions(credentials, ports.lease(), keyPairs, balances, settings.decision());
        OrderQueries queries = new OrderQueries(state.orders(), venue, loop, alerts);
        FurtherAttempts further = new FurtherAttempts(state, venue, loop, settings.decision());
        OrderReconciler reconciler = new OrderReconciler(
                state, committer, queries, venue, loop, alerts, settings.reconcile(), further::follows);
        Settlements settlements = new Settlements(state, committer, reconciler, queries, loop, alerts);
        SellParts sellParts = sellParts(ports, settings, state);
        Exits exits = new Exits(
                state,
                committer,
                sellParts,
                loop,
                alerts,
                settings.sell(),
                new SellLookUps.Limits(
                        settings.reconcile().visibilityDelay(), settings.reconcile().resolveLimit()),
                ports.mayExit());
        triggers = new PlanTriggers(
                ports.environment(),
                state,
                committer,
                loop,
                alerts,
                new TriggerPorts(
                        ports.quotes(),
                        reports::publish,
                        ports.mayExit(),
                        () -> sellParts.gate().refusal().isEmpty(),
                        exits::check),
                settings.mark());
        gate = new SendGate(state, credentials::isValid);
        RequestSender sender = new RequestSender(venue, ports.lease(), loop, ports.firing());
        ProbeSchedule probes = new ProbeSchedule(state, venue, loop, settings.submit());
        stages = new Stages(
                new ListingReview(
                        ports.environment(), state, conditions, venue, loop, settings.decision(), settings.permit()),
                further,
                new Arming(
                        state,
                        committer,
                        venue,
                        ports.lease(),
                        loop,
                        new Aim(venue, probes::firstDelay, loop, ports.firing())),
                new OrderSubmitter(
                        state,
                        committer,
                        sender,
                        gate,
                        venue,
                        loop,
                        probes,
                        result -> Stages.after(result, further).isPresent()),
                reconciler,
                new PushedOrders(
                        state.orders(),
                        reconciler,
                        queries,
                        settlements,
                        loop,
                        alerts,
                        settings.reconcile(),
                        settings.stream().after(),
                        exits.lookUps()::pushed),
                settlements,
                new FeeQueries(state, committer, venue, loop),
                new FirstMinuteWatch(state.orders(), loop, alerts),
                balances,
                exits,
                triggers);
    }

    private SellParts sellParts(EnginePorts ports, EngineSettings settings, EngineState state) {
        SellVenue sells = ports.account().sells();
        return new SellParts(
                venue,
                sells,
                new SellGate(state, credentials::isValid, ports.lease()),
                new AccountCoins(ports.account().keys(), balances, ports.loop()),
                pair -> triggers.bid(pair, settings.sell().readWithin())
                        .map(known -> Uni.createFrom().item(Optional.of(known)))
                        .orElseGet(() -> sells.bestBid(pair)));
    }

    /** The coins of the account: as stated last, or asked for now. */
    private record AccountCoins(KeyHolder keys, BalanceWatch balances, EventLoop loop) implements FreeBalances {
        @Override
        public Uni<Optional<Reading>> ask(Asset asset) {
            Instant asked = loop.now();
            return keys.balances().map(told -> told.flatMap(all -> all.of(asset))
                    .map(balance -> reading(balance, asked)));
        }

        @Override
        public Optional<Reading> known(Asset asset) {
            return balances.stated(asset).map(stated -> reading(stated.balance(), stated.askedAt()));
        }

        private static Reading reading(Balance balance, Instant askedAt) {
            return new Reading(balance.free().value(), balance.locked().value(), askedAt);
        }
    }

    SendGate gate() {
        return gate;
    }

    Stages stages() {
        return stages;
    }

    CredentialWatch credentials() {
        return credentials;
    }

    CredentialControl control(RunControl runs, Orders orders) {
        return new CredentialControl(orders, credentials, keyPairs, balances, runs, venue);
    }

    private record EngineConditions(
            CredentialWatch credentials,
            TradingLease lease,
            KeyPairsWatch keyPairs,
            BalanceWatch balances,
            DecisionSettings settings)
            implements Conditions {
        @Override
        public boolean credentialValid() {
            return credentials.isValid();
        }

        @Override
        public boolean leaseHeld() {
            return lease.holds();
        }

        @Override
        public boolean keyTakes(Pair pair) {
            return !settings.denyPairsMissingFromKey() || keyPairs.takes(pair);
        }

        @Override
        public Optional<Amount> available(Asset quote, ClientOrderId order) {
            return balances.available(quote, order);
        }

        @Override
        public void unpaid() {
            balances.unpaid();
        }
    }
}
