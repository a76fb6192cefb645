package io.firstfill.acceptance.fault;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an exchange can do to buys with a price of their own: the capped style, and the one that falls back on it. */
class CappedFaultsIT extends FaultScenario {
    private static final String CAP = "0.021";

    CappedFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> aCappedBuyKeepsToItsPriceAndIsMadeOnce() {
        return wave(
                // A capped surprise waits for the decimals of its pair: exchangeInfo is asked every ten seconds at
                // most.
                new JsonObject()
                        .put("orderStyle", "IOC_CAPPED")
                        .put("priceCap", CAP)
                        .put("signalMaxAge", "PT12S"),
                Stream.of(prices(), capped()).flatMap(List::stream).toList());
    }

    @TestFactory
    Stream<DynamicTest> aMarketBuyThatFailsFallsBackOnACappedOne() {
        return wave(
                new JsonObject().put("orderStyle", "MARKET_THEN_IOC").put("priceCap", CAP),
                Stream.of(fallingBack(), notFallingBack()).flatMap(List::stream).toList());
    }

    private static List<FaultCase> prices() {
        return List.of(
                FaultCase.of("price cap under ours, above the market")
                        .with("priceCap", "0.0205")
                        .answered(30010)
                        .spending("48", "50")
                        .ends("REJECTED", "FILLED"),
                FaultCase.of("price cap under the market")
                        .with("priceCap", "0.019")
                        .answered(30010)
                        .spending("0", "0")
                        .ends("REJECTED", "CANCELED"),
                FaultCase.of("price band around the last trade")
                        .surprising()
                        .with("priceBand", "0.02")
                        .answered(30010)
                        .spending("48", "50")
                        .ends("REJECTED", "FILLED"));
    }

    private static List<FaultCase> capped() {
        return List.of(
                FaultCase.of("30001 before the open").openingLate(300).answered(30001).ends("FILLED"),
                FaultCase.of("market orders are cancelled in the first minute")
                        .with("marketFirstMinute", "CANCELED")
                        .ends("FILLED"),
                FaultCase.of("answer lost after the execution")
                        .open()
                        .meeting(Fault.cut(true))
                        .ends("FILLED"),
                FaultCase.of("503 before the execution")
                        .open()
                        .meeting(Fault.answer(503))
                        .ends("ABSENT"),
                FaultCase.of("filled in half, then cancelled")
                        .with("fillFraction", "0.5")
                        .spending("23", "50")
                        .ends("CANCELED", "CANCELED"),
                FaultCase.of("empty book").with("emptyBook", true).spending("0", "0").ends("CANCELED", "CANCELED"));
    }

    private static List<FaultCase> fallingBack() {
        return List.of(
                FaultCase.of("market order accepted, then cancelled")
                        .with("marketFirstMinute", "CANCELED")
                        .spending("47", "50")
                        .ends("CANCELED", "FILLED"),
                FaultCase.of("market order refused with 30018")
                        .with("marketFirstMinute", "REFUSED_30018")
                        .answered(30018)
                        .ends("REJECTED", "FILLED"),
                FaultCase.of("market order refused with 30019")
                        .with("marketFirstMinute", "REFUSED_30019")
                        .answered(30019)
                        .ends("REJECTED", "FILLED"),
                FaultCase.of("market order filled to 40 %, then cancelled")
                        .open()
                        .meeting(Fault.firstMeets(new JsonObject().put("fillFraction", "0.4")))
                        .spending("18", "50")
                        .ends("CANCELED", "FILLED"),
                FaultCase.of("answer lost, market order cancelled")
                        .open()
                        .with("marketFirstMinute", "CANCELED")
                        .meeting(Fault.cut(true))
                        .ends("CANCELED", "FILLED"),
                FaultCase.of("market order refused, price cap under ours")
                        .with("marketFirstMinute", "REFUSED_30018")
                        .with("priceCap", "0.0205")
                        .answered(30010)
                        .spending("0", "0")
                        .ends("REJECTED", "REJECTED"));
    }

    private static List<FaultCase> notFallingBack() {
        return List.of(
                FaultCase.of("no fault").ends("FILLED"),
                FaultCase.of("500 after the execution")
                        .open()
                        .meeting(Fault.answerAfterExecution(500))
                        .ends("FILLED"),
                FaultCase.of("503 before the execution")
                        .open()
                        .meeting(Fault.answer(503))
                        .ends("ABSENT"),
                FaultCase.of("market buy spends 95 %")
                        .with("marketBuySizing", "BY_PROTECTION_PRICE")
                        .spending("46", "48")
                        .ends("FILLED"));
    }
}
