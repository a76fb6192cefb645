package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Texts;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operator's preset, immutable per version (FR-001). The snapshot of a run holds all of it.
 *
 * @param name what operators call the configuration, 1 to 80 characters
 * @param quoteAmount spend per listing, in the quote asset of the pair; all attempts together never exceed it
 * @param symbols which listings are bought
 * @param orderStyle the order types of a buy
 * @param recvWindow how long the exchange may still accept a request, at most 1 s (FR-004)
 * @param signalMaxAge how old a detection may be when its order leaves
 * @param latencyBudget time from detection to order submitted above which operators are alerted
 * @param probeWindow how long after the opening time the answer "not open yet" leads to another attempt
 * @param caps limits over the whole run (FR-008)
 * @param safety what may be bought at all
 * @param priceCap highest price of a capped buy, in quote; without one the premium alone bounds the price
 * @param maxPremium by how much a capped buy may exceed the reference price; null leaves it to the deployment
 * @param polling how often the run's feeds are asked; null leaves it to the deployment
 * @param exitPlan by which each position of the run ends; null leaves it to the operator, as records written before do
 */
public record Configuration(
        String name,
        Amount quoteAmount,
        SymbolFilter symbols,
        OrderStyle orderStyle,
        Duration recvWindow,
        Duration signalMaxAge,
        Duration latencyBudget,
        Duration probeWindow,
        Caps caps,
        SafetySwitches safety,
        @Nullable Price priceCap,
        @Nullable Ratio maxPremium,
        @Nullable Polling polling,
        @Nullable ExitPlan exitPlan) {
    public Configuration {
        Texts.require("name", Objects.requireNonNull(name, "name"), Texts.MAX);
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(symbols, "symbols");
        Objects.requireNonNull(orderStyle, "orderStyle");
        Objects.requireNonNull(recvWindow, "recvWindow");
        Objects.requireNonNull(signalMaxAge, "signalMaxAge");
        Objects.requireNonNull(latencyBudget, "latencyBudget");
        Objects.requireNonNull(probeWindow, "probeWindow");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(safety, "safety");
    }

    /** Creates a configuration without an exit plan. */
    public Configuration(
            String name,
            Amount quoteAmount,
            SymbolFilter symbols,
            OrderStyle orderStyle,
            Duration recvWindow,
            Duration signalMaxAge,
            Duration latencyBudget,
            Duration probeWindow,
            Caps caps,
            SafetySwitches safety,
            @Nullable Price priceCap,
            @Nullable Ratio maxPremium,
            @Nullable Polling polling) {
        this(
                name,
                quoteAmount,
                symbols,
                orderStyle,
                recvWindow,
                signalMaxAge,
                latencyBudget,
                probeWindow,
                caps,
                safety,
                priceCap,
                maxPremium,
                polling,
                null);
    }

    /** Creates a configuration without a price cap, whose premium and polling the deployment decides. */
    public Configuration(
            String name,
            Amount quoteAmount,
            SymbolFilter symbols,
            OrderStyle orderStyle,
            Duration recvWindow,
            Duration signalMaxAge,
            Duration latencyBudget,
            Duration probeWindow,
            Caps caps,
            SafetySwitches safety) {
        this(
                name,
                quoteAmount,
                symbols,
                orderStyle,
                recvWindow,
                signalMaxAge,
                latencyBudget,
                probeWindow,
                caps,
                safety,
                null,
                null,
                null,
                null);
    }
}
