package io.firstfill.acceptance.fault;

import io.firstfill.acceptance.Scenario;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/** Scenarios with faults, which leave the exchange as they found it. */
abstract class FaultScenario extends Scenario {
    private JsonObject usual = new JsonObject();

    FaultScenario(Stack stack) {
        super(stack);
    }

    @BeforeEach
    void rememberTheExchange() {
        usual = exchange.behaviour();
    }

    @AfterEach
    void theExchangeIsItselfAgain() {
        exchange.behave(usual);
        exchange.calm();
    }

    /** @param configuration merged over the usual one */
    Stream<DynamicTest> wave(JsonObject configuration, List<FaultCase> rows) {
        startedRun(savedConfiguration(configuration));
        FaultCaseRun wave = new FaultCaseRun(exchange, truth);
        wave.list(rows);
        wave.meddle();
        wave.settle();
        stopRuns();
        return wave.verdicts();
    }
}
