package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.firing.FiringThread;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.mark.Quotes;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.position.PositionMemory;
import io.firstfill.trader.state.OrderMemory;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ports of one engine. Only the engine sees all of them; each stage is handed the parts it uses.
 *
 * @param publish writes a message to its topic; the result completes when the message is durable
 * @param memory where orders are kept longer than their topic is replayed
 * @param positions where positions are kept longer than their topics are replayed
 * @param quotes the prices of pairs that are held
 * @param mayExit whether every reader of the deployment knows the events of exits
 * @param firing where opening timers wait
 * @param account the exchange account and its keys
 * @param caughtUp completes when every record that was on the topics at the call has been handed to the engine
 * @param credentialPath where the credential lies in Vault
 */
record EnginePorts(
        EnvironmentId environment,
        EventLoop loop,
        FiringThread firing,
        Function<Message, Uni<Void>> publish,
        OrderMemory memory,
        PositionMemory positions,
        Quotes quotes,
        BooleanSupplier mayExit,
        TradingLease lease,
        ExchangeAccounts.Access account,
        Keyring keyring,
        String credentialPath,
        OrderMetrics metrics,
        Supplier<CompletionStage<Void>> caughtUp) {}
