package io.firstfill.trader.trigger;

import io.firstfill.contract.Message;
import io.firstfill.trader.mark.Quotes;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What triggers ask of others.
 *
 * @param publish writes a report of marks to its topic
 * @param mayWrite whether every reader of the deployment knows the events of exits
 * @param maySell whether a sell may leave at this moment: nothing triggers before
 * @param triggered run after exits were triggered
 */
public record TriggerPorts(
        Quotes quotes,
        Consumer<Message> publish,
        BooleanSupplier mayWrite,
        BooleanSupplier maySell,
        Runnable triggered) {}
