package io.firstfill.acceptance.fault;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** FR-004: what an exchange can do to a market buy, one listing a fault. */
class MarketFaultsIT extends FaultScenario {
    private static final JsonObject MARKET = new JsonObject().put("orderStyle", "MARKET");

    MarketFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> anOpeningIsBoughtOnceWheneverItComes() {
        return wave(
                MARKET,
                Stream.of(openings(), together(), random())
                        .flatMap(List::stream)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aMarketBuyIsMadeOnceWhateverIsAnswered() {
        return wave(
                MARKET,
                Stream.of(withoutAnswer(), lateAnswers(), pushes(), firstMinute(), markets(), moved())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<FaultCase> openings() {
        return List.of(
                FaultCase.of("opens exactly at T").openingLate(0).ends("FILLED"),
                FaultCase.of("opens 23 ms after T").openingLate(23).ends("FILLED"),
                FaultCase.of("opens 40 ms after T").openingLate(40).ends("FILLED"),
                early("REFUSED_30001", 30001),
                early("REFUSED_10007", 10007),
                early("REFUSED_30000", 30000),
                early("REFUSED_30016", 30016),
                FaultCase.of("any of the four codes before the open")
                        .openingLate(700)
                        .with("preOpenAnswer", "MIXED")
                        .ends("FILLED"),
                FaultCase.of("does not open within the probe window")
                        .openingLate(6000)
                        .answered(30001)
                        .spending("0", "0")
                        .ends("REJECTED"));
    }

    private static FaultCase early(String switched, int code) {
        return FaultCase.of(code + " before the open")
                .openingLate(300)
                .with("preOpenAnswer", switched)
                .answered(code)
                .ends("FILLED");
    }

    /** Their probes share the order rate of one second. */
    private static List<FaultCase> together() {
        FaultCase one = FaultCase.of("one of four in the same instant")
                .openingLate(300)
                .answered(30001)
                .ends("FILLED");
        return List.of(
                one, one.openingWithTheOneBefore(), one.openingWithTheOneBefore(), one.openingWithTheOneBefore());
    }

    /** Several faults at once, on whichever requests the seed says. */
    private static List<FaultCase> random() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(seed -> FaultCase.of("faults at random, seed " + seed)
                        .openingLate(20)
                        .with("preOpenAnswer", "MIXED")
                        .meeting(Fault.cut(true).atRandom("0.2", seed))
                        .meeting(Fault.answer(503).atRandom("0.2", seed + 10))
                        .meeting(Fault.answerAfterExecution(500).atRandom("0.2", seed + 20))
                        .meeting(Fault.lateAnswer(3500).atRandom("0.2", seed + 30))
                        .meeting(Fault.lateExecution(1200).atRandom("0.2", seed + 40)))
                .toList();
    }

    private static List<FaultCase> withoutAnswer() {
        return List.of(
                FaultCase.of("503 before the execution")
                        .open()
                        .meeting(Fault.answer(503))
                        .ends("ABSENT"),
                FaultCase.of("connection closed before the execution")
                        .open()
                        .meeting(Fault.cut(false))
                        .ends("ABSENT"),
                FaultCase.of("connection reset before the execution")
                        .open()
                        .meeting(Fault.reset(false))
                        .ends("ABSENT"),
                FaultCase.of("connection reset after the execution")
                        .open()
                        .meeting(Fault.reset(true))
                        .ends("FILLED"),
                FaultCase.of("500 after the execution")
                        .open()
                        .meeting(Fault.answerAfterExecution(500))
                        .ends("FILLED"),
                FaultCase.of("answer lost after the execution")
                        .open()
                        .meeting(Fault.cut(true))
                        .ends("FILLED"),
                FaultCase.of("answer lost where duplicate ids are refused")
                        .open()
                        .with("duplicateClientOrderIds", "REFUSED")
                        .meeting(Fault.cut(true))
                        .ends("FILLED"),
                FaultCase.of("answer lost, order hidden for 1.5 s, duplicate ids accepted")
                        .open()
                        .with("duplicateClientOrderIds", "ACCEPTED")
                        .with("visibilityDelayMinMillis", 1500)
                        .with("visibilityDelayMaxMillis", 1500)
                        .meeting(Fault.cut(true))
                        .ends("FILLED"));
    }

    private static List<FaultCase> lateAnswers() {
        return List.of(
                FaultCase.of("slow ACK").open().meeting(Fault.lateAnswer(1200)).ends("FILLED"),
                FaultCase.of("ACK after we have given it up")
                        .open()
                        .meeting(Fault.lateAnswer(4000))
                        .ends("FILLED"),
                FaultCase.of("request carried out late")
                        .open()
                        .meeting(Fault.lateExecution(400))
                        .ends("FILLED"),
                FaultCase.of("request too late for its window")
                        .open()
                        .meeting(Fault.lateExecution(1300))
                        .answered(700003)
                        .ends("REJECTED", "FILLED"),
                FaultCase.of("order hidden and fill late")
                        .with("visibilityDelayMinMillis", 1000)
                        .with("visibilityDelayMaxMillis", 1000)
                        .with("fillLagMinMillis", 1500)
                        .with("fillLagMaxMillis", 1500)
                        .ends("FILLED"));
    }

    private static List<FaultCase> pushes() {
        return List.of(
                FaultCase.of("push before the ACK")
                        .open()
                        .meeting(Fault.lateAnswer(500))
                        .ends("FILLED"),
                FaultCase.of("pushes lost")
                        .meeting(Fault.push(Fault.ORDER_PUSHES, "lose"))
                        .meeting(Fault.push(Fault.DEAL_PUSHES, "lose"))
                        .ends("FILLED"),
                FaultCase.of("pushes delivered twice")
                        .meeting(Fault.push(Fault.ORDER_PUSHES, "duplicate"))
                        .meeting(Fault.push(Fault.DEAL_PUSHES, "duplicate"))
                        .ends("FILLED"),
                FaultCase.of("stream breaks instead of the push")
                        .meeting(Fault.push(Fault.ORDER_PUSHES, "disconnect"))
                        .ends("FILLED"));
    }

    private static List<FaultCase> firstMinute() {
        return List.of(
                FaultCase.of("market order accepted, then cancelled")
                        .with("marketFirstMinute", "CANCELED")
                        .spending("0", "0")
                        .ends("CANCELED"),
                FaultCase.of("market order refused with 30018")
                        .with("marketFirstMinute", "REFUSED_30018")
                        .answered(30018)
                        .ends("REJECTED"),
                FaultCase.of("market order refused with 30019")
                        .with("marketFirstMinute", "REFUSED_30019")
                        .answered(30019)
                        .ends("REJECTED"));
    }

    private static List<FaultCase> markets() {
        return List.of(
                FaultCase.of("filled to 40 %, then cancelled")
                        .with("fillFraction", "0.4")
                        .spending("18", "20")
                        .ends("CANCELED"),
                FaultCase.of("market buy spends 95 %")
                        .with("marketBuySizing", "BY_PROTECTION_PRICE")
                        .spending("46", "48")
                        .ends("FILLED"),
                FaultCase.of("empty book").with("emptyBook", true).answered(30025).ends("REJECTED", "REJECTED"),
                FaultCase.of("book empty at first")
                        .open()
                        .meeting(Fault.firstMeets(new JsonObject().put("emptyBook", true)))
                        .answered(30025)
                        .ends("REJECTED", "FILLED"),
                FaultCase.of("surprise whose answer is lost")
                        .surprising()
                        .meeting(Fault.cut(true))
                        .ends("FILLED"));
    }

    /** Last: three calendars and three exchangeInfos without it are what tells that a listing is withdrawn. */
    private static List<FaultCase> moved() {
        return List.of(
                FaultCase.of("calendar moved: postponed")
                        .meanwhile(listed -> listed.moveBy(Duration.ofSeconds(4)))
                        .ends("FILLED"),
                FaultCase.of("calendar moved: advanced")
                        .meanwhile(listed -> listed.moveBy(Duration.ofSeconds(-12)))
                        .ends("FILLED"),
                FaultCase.of("calendar moved: withdrawn")
                        .meanwhile(ListedCase::withdraw)
                        .spending("0", "0")
                        .ends("DENIED"));
    }
}
