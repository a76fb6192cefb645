package io.firstfill.acceptance.fault;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves FR-004: whatever the exchange does to a market buy, the buy is made once or not at all. One listing per fault.
 */
class MarketFaultsIT extends FaultScenario {
    private static final JsonObject MARKET = new JsonObject().put("orderStyle", "MARKET");

    MarketFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> anOpeningIsBoughtOnceWheneverItComes() {
        return runCases(
                MARKET,
                Stream.of(openings(), simultaneous(), random())
                        .flatMap(List::stream)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aMarketBuyIsMadeOnceWhateverIsAnswered() {
        return runCases(
                MARKET,
                Stream.of(
                                notExecuted(),
                                executedUnanswered(),
                                lateAnswers(),
                                pushes(),
                                firstMinute(),
                                markets(),
                                moved())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<FaultCase> openings() {
        return List.of(
                FaultCase.of("opens exactly at T").openingLate(0).endingAs("FILLED"),
                FaultCase.of("opens 23 ms after T").openingLate(23).endingAs("FILLED"),
                FaultCase.of("opens 40 ms after T").openingLate(40).endingAs("FILLED"),
                early("REFUSED_30001", 30001),
                early("REFUSED_10007", 10007),
                early("REFUSED_30000", 30000),
                early("REFUSED_30016", 30016),
                FaultCase.of("any of the four codes before the open")
                        .openingLate(700)
                        .withBehaviour("preOpenAnswer", "MIXED")
                        .endingAs("FILLED"),
                FaultCase.of("does not open within the probe window")
                        .openingLate(6000)
                        .answeredWith(30001)
                        .spendingBetween("0", "0")
                        .endingAs("REJECTED"));
    }

    private static FaultCase early(String preOpenAnswer, int code) {
        return FaultCase.of(code + " before the open")
                .openingLate(300)
                .withBehaviour("preOpenAnswer", preOpenAnswer)
                .answeredWith(code)
                .endingAs("FILLED");
    }

    /** Four listings that open at once: their probes share the order rate of one second. */
    private static List<FaultCase> simultaneous() {
        FaultCase one = FaultCase.of("one of four in the same instant")
                .openingLate(300)
                .answeredWith(30001)
                .endingAs("FILLED");
        return List.of(one, one.openingWithPrevious(), one.openingWithPrevious(), one.openingWithPrevious());
    }

    /** Several faults at once, on requests that the seed selects. */
    private static List<FaultCase> random() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(seed -> FaultCase.of("faults at random, seed " + seed)
                        .openingLate(20)
                        .withBehaviour("preOpenAnswer", "MIXED")
                        .withFault(Fault.dropConnection(true).atRandom("0.2", seed))
                        .withFault(Fault.answer(503).atRandom("0.2", seed + 10))
                        .withFault(Fault.answerAfterExecution(500).atRandom("0.2", seed + 20))
                        .withFault(Fault.delayedAnswer(3500).atRandom("0.2", seed + 30))
                        .withFault(Fault.delayedExecution(1200).atRandom("0.2", seed + 40)))
                .toList();
    }

    /** Requests that are neither answered nor executed. */
    private static List<FaultCase> notExecuted() {
        return List.of(
                FaultCase.of("503 before the execution")
                        .alreadyOpen()
                        .withFault(Fault.answer(503))
                        .endingAs("ABSENT"),
                FaultCase.of("connection closed before the execution")
                        .alreadyOpen()
                        .withFault(Fault.dropConnection(false))
                        .endingAs("ABSENT"),
                FaultCase.of("connection reset before the execution")
                        .alreadyOpen()
                        .withFault(Fault.resetConnection(false))
                        .endingAs("ABSENT"));
    }

    /** Requests that are executed and whose answer does not arrive. */
    private static List<FaultCase> executedUnanswered() {
        return List.of(
                FaultCase.of("connection reset after the execution")
                        .alreadyOpen()
                        .withFault(Fault.resetConnection(true))
                        .endingAs("FILLED"),
                FaultCase.of("500 after the execution")
                        .alreadyOpen()
                        .withFault(Fault.answerAfterExecution(500))
                        .endingAs("FILLED"),
                FaultCase.of("answer lost after the execution")
                        .alreadyOpen()
                        .withFault(Fault.dropConnection(true))
                        .endingAs("FILLED"),
                FaultCase.of("answer lost where duplicate ids are refused")
                        .alreadyOpen()
                        .withBehaviour("duplicateClientOrderIds", "REFUSED")
                        .withFault(Fault.dropConnection(true))
                        .endingAs("FILLED"),
                FaultCase.of("answer lost, order hidden for 1.5 s, duplicate ids accepted")
                        .alreadyOpen()
                        .withBehaviour("duplicateClientOrderIds", "ACCEPTED")
                        .withBehaviour("visibilityDelayMinMillis", 1500)
                        .withBehaviour("visibilityDelayMaxMillis", 1500)
                        .withFault(Fault.dropConnection(true))
                        .endingAs("FILLED"));
    }

    private static List<FaultCase> lateAnswers() {
        return List.of(
                FaultCase.of("slow ACK")
                        .alreadyOpen()
                        .withFault(Fault.delayedAnswer(1200))
                        .endingAs("FILLED"),
                FaultCase.of("ACK after we have given it up")
                        .alreadyOpen()
                        .withFault(Fault.delayedAnswer(4000))
                        .endingAs("FILLED"),
                FaultCase.of("request carried out late")
                        .alreadyOpen()
                        .withFault(Fault.delayedExecution(400))
                        .endingAs("FILLED"),
                FaultCase.of("request too late for its window")
                        .alreadyOpen()
                        .withFault(Fault.delayedExecution(1300))
                        .answeredWith(700003)
                        .endingAs("REJECTED", "FILLED"),
                FaultCase.of("order hidden and fill late")
                        .withBehaviour("visibilityDelayMinMillis", 1000)
                        .withBehaviour("visibilityDelayMaxMillis", 1000)
                        .withBehaviour("fillLagMinMillis", 1500)
                        .withBehaviour("fillLagMaxMillis", 1500)
                        .endingAs("FILLED"));
    }

    private static List<FaultCase> pushes() {
        return List.of(
                FaultCase.of("push before the ACK")
                        .alreadyOpen()
                        .withFault(Fault.delayedAnswer(500))
                        .endingAs("FILLED"),
                FaultCase.of("pushes lost")
                        .withFault(Fault.push(Fault.ORDER_PUSHES, "lose"))
                        .withFault(Fault.push(Fault.DEAL_PUSHES, "lose"))
                        .endingAs("FILLED"),
                FaultCase.of("pushes delivered twice")
                        .withFault(Fault.push(Fault.ORDER_PUSHES, "duplicate"))
                        .withFault(Fault.push(Fault.DEAL_PUSHES, "duplicate"))
                        .endingAs("FILLED"),
                FaultCase.of("stream breaks instead of the push")
                        .withFault(Fault.push(Fault.ORDER_PUSHES, "disconnect"))
                        .endingAs("FILLED"));
    }

    private static List<FaultCase> firstMinute() {
        return List.of(
                FaultCase.of("market order accepted, then cancelled")
                        .withBehaviour("marketFirstMinute", "CANCELED")
                        .spendingBetween("0", "0")
                        .endingAs("CANCELED"),
                FaultCase.of("market order refused with 30018")
                        .withBehaviour("marketFirstMinute", "REFUSED_30018")
                        .answeredWith(30018)
                        .endingAs("REJECTED"),
                FaultCase.of("market order refused with 30019")
                        .withBehaviour("marketFirstMinute", "REFUSED_30019")
                        .answeredWith(30019)
                        .endingAs("REJECTED"));
    }

    private static List<FaultCase> markets() {
        return List.of(
                FaultCase.of("filled to 40 %, then cancelled")
                        .withBehaviour("fillFraction", "0.4")
                        .spendingBetween("18", "20")
                        .endingAs("CANCELED"),
                FaultCase.of("market buy spends 95 %")
                        .withBehaviour("marketBuySizing", "BY_PROTECTION_PRICE")
                        .spendingBetween("46", "48")
                        .endingAs("FILLED"),
                FaultCase.of("empty book")
                        .withBehaviour("emptyBook", true)
                        .answeredWith(30025)
                        .endingAs("REJECTED", "REJECTED"),
                FaultCase.of("book empty at first")
                        .alreadyOpen()
                        .withFault(Fault.behaviourForFirstOrder(new JsonObject().put("emptyBook", true)))
                        .answeredWith(30025)
                        .endingAs("REJECTED", "FILLED"),
                FaultCase.of("surprise whose answer is lost")
                        .surprise()
                        .withFault(Fault.dropConnection(true))
                        .endingAs("FILLED"));
    }

    /**
     * The last cases: the scanner counts a listing as withdrawn after three calendars and three exchangeInfos without
     * it.
     */
    private static List<FaultCase> moved() {
        return List.of(
                FaultCase.of("calendar moved: postponed")
                        .beforeOpening(listed -> listed.moveBy(Duration.ofSeconds(4)))
                        .endingAs("FILLED"),
                FaultCase.of("calendar moved: advanced")
                        .beforeOpening(listed -> listed.moveBy(Duration.ofSeconds(-12)))
                        .endingAs("FILLED"),
                FaultCase.of("calendar moved: withdrawn")
                        .beforeOpening(ListedCase::withdraw)
                        .spendingBetween("0", "0")
                        .endingAs("DENIED"));
    }
}
