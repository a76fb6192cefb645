package io.firstfill.acceptance.fault;

import io.firstfill.acceptance.Scenario;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/** A scenario with faults, which restores the exchange's behaviour and removes the faults at its end. */
abstract class FaultScenario extends Scenario {
    private JsonObject savedBehaviour = new JsonObject();

    FaultScenario(Stack stack) {
        super(stack);
    }

    @BeforeEach
    void saveBehaviour() {
        savedBehaviour = exchange.behaviour();
    }

    @AfterEach
    void restoreExchange() {
        exchange.changeBehaviour(savedBehaviour);
        exchange.clearFaults();
    }

    /**
     * Runs all cases in one trading run and returns one test per case.
     *
     * @param configuration merged over the scenarios' default configuration
     */
    Stream<DynamicTest> runCases(JsonObject configuration, List<FaultCase> cases) {
        startedRun(savedConfiguration(configuration));
        FaultCaseRun run = new FaultCaseRun(exchange, ledger);
        run.list(cases);
        run.applyChanges();
        run.awaitEnds();
        stopRuns();
        return run.verdicts();
    }
}
