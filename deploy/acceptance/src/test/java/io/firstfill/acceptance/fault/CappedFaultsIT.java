package io.firstfill.acceptance.fault;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that whatever the exchange does to a buy with a price limit, the buy is made once and within the limit: in the
 * style IOC_CAPPED, and in MARKET_THEN_IOC, which falls back on a capped order.
 */
class CappedFaultsIT extends FaultScenario {
    private static final String CAP = "0.021";

    CappedFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> aCappedBuyKeepsToItsPriceAndIsMadeOnce() {
        return runCases(
                // A capped order for a surprise waits for the precision of its pair, and exchangeInfo is requested at
                // most every ten seconds.
                new JsonObject()
                        .put("orderStyle", "IOC_CAPPED")
                        .put("priceCap", CAP)
                        .put("signalMaxAge", "PT12S"),
                Stream.of(prices(), capped()).flatMap(List::stream).toList());
    }

    @TestFactory
    Stream<DynamicTest> aMarketBuyThatFailsFallsBackOnACappedOne() {
        return runCases(
                new JsonObject().put("orderStyle", "MARKET_THEN_IOC").put("priceCap", CAP),
                Stream.of(fallingBack(), notFallingBack()).flatMap(List::stream).toList());
    }

    private static List<FaultCase> prices() {
        return List.of(
                FaultCase.of("price cap under ours, above the market")
                        .withBehaviour("priceCap", "0.0205")
                        .answeredWith(30010)
                        .spendingBetween("48", "50")
                        .endingAs("REJECTED", "FILLED"),
                FaultCase.of("price cap under the market")
                        .withBehaviour("priceCap", "0.019")
                        .answeredWith(30010)
                        .spendingBetween("0", "0")
                        .endingAs("REJECTED", "CANCELED"),
                priceBand("price band around the last trade of a market that stands still")
                        .withBehaviour("priceRefusalMove", "0")
                        .spendingBetween("48", "50")
                        .endingAs("REJECTED", "FILLED"),
                priceBand("price band that falls below the price stated in the refusal")
                        .withBehaviour("priceRefusalMove", "-0.01")
                        .spendingBetween("0", "0")
                        .endingAs("REJECTED", "REJECTED"),
                priceBand("price band around the last trade of a market that moves")
                        .spendingBetween("0", "50")
                        .endingAs("REJECTED", "FILLED")
                        .orEndingAs("REJECTED", "REJECTED"));
    }

    /** Our cap lies 5 % above the market and the band 2 %: the first request is refused wherever the market moves. */
    private static FaultCase priceBand(String name) {
        return FaultCase.of(name)
                .surprise()
                .withBehaviour("openingTrade", true)
                .withBehaviour("priceBand", "0.02")
                .answeredWith(30010);
    }

    private static List<FaultCase> capped() {
        return List.of(
                FaultCase.of("30001 before the open")
                        .openingLate(300)
                        .answeredWith(30001)
                        .endingAs("FILLED"),
                FaultCase.of("market orders are cancelled in the first minute")
                        .withBehaviour("marketFirstMinute", "CANCELED")
                        .endingAs("FILLED"),
                FaultCase.of("answer lost after the execution")
                        .alreadyOpen()
                        .withFault(Fault.dropConnection(true))
                        .endingAs("FILLED"),
                FaultCase.of("503 before the execution")
                        .alreadyOpen()
                        .withFault(Fault.answer(503))
                        .endingAs("ABSENT"),
                FaultCase.of("filled in half, then cancelled")
                        .withBehaviour("fillFraction", "0.5")
                        .spendingBetween("23", "50")
                        .endingAs("CANCELED", "CANCELED"),
                FaultCase.of("empty book")
                        .withBehaviour("emptyBook", true)
                        .spendingBetween("0", "0")
                        .endingAs("CANCELED", "CANCELED"));
    }

    private static List<FaultCase> fallingBack() {
        return List.of(
                FaultCase.of("market order accepted, then cancelled")
                        .withBehaviour("marketFirstMinute", "CANCELED")
                        .spendingBetween("47", "50")
                        .endingAs("CANCELED", "FILLED"),
                FaultCase.of("market order refused with 30018")
                        .withBehaviour("marketFirstMinute", "REFUSED_30018")
                        .answeredWith(30018)
                        .endingAs("REJECTED", "FILLED"),
                FaultCase.of("market order refused with 30019")
                        .withBehaviour("marketFirstMinute", "REFUSED_30019")
                        .answeredWith(30019)
                        .endingAs("REJECTED", "FILLED"),
                FaultCase.of("market order filled to 40 %, then cancelled")
                        .alreadyOpen()
                        .withFault(Fault.behaviourForFirstOrder(new JsonObject().put("fillFraction", "0.4")))
                        .spendingBetween("18", "50")
                        .endingAs("CANCELED", "FILLED"),
                FaultCase.of("answer lost, market order cancelled")
                        .alreadyOpen()
                        .withBehaviour("marketFirstMinute", "CANCELED")
                        .withFault(Fault.dropConnection(true))
                        .endingAs("CANCELED", "FILLED"),
                FaultCase.of("market order refused, price cap under ours")
                        .withBehaviour("marketFirstMinute", "REFUSED_30018")
                        .withBehaviour("priceCap", "0.0205")
                        .answeredWith(30010)
                        .spendingBetween("0", "0")
                        .endingAs("REJECTED", "REJECTED"));
    }

    private static List<FaultCase> notFallingBack() {
        return List.of(
                FaultCase.of("no fault").endingAs("FILLED"),
                FaultCase.of("500 after the execution")
                        .alreadyOpen()
                        .withFault(Fault.answerAfterExecution(500))
                        .endingAs("FILLED"),
                FaultCase.of("503 before the execution")
                        .alreadyOpen()
                        .withFault(Fault.answer(503))
                        .endingAs("ABSENT"),
                FaultCase.of("market buy spends 95 %")
                        .withBehaviour("marketBuySizing", "BY_PROTECTION_PRICE")
                        .spendingBetween("46", "48")
                        .endingAs("FILLED"));
    }
}
