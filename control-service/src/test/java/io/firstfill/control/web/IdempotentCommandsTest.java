package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves what an Idempotency-Key does for a halt, and that the API's description says it of every command. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class IdempotentCommandsTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void aRepeatedHaltIsSentOnceAndItsKeyIsRefusedForAnotherRequest() {
        services.respondTo(SetTradingState.class, AnswerMessages::stateSet);
        String key = UUID.randomUUID().toString();

        // When the same request comes twice under one key
        String first =
                halt(key, "HALTED", "odd fills").statusCode(200).extract().asString();
        halt(key, "HALTED", "odd fills").statusCode(200).body(equalTo(first));

        // Then it was sent once, and the key serves neither another reason nor another state
        halt(key, "HALTED", "other reason").statusCode(422).body("type", endsWith(":idempotency-key-reused"));
        halt(key, "REDUCING", "odd fills").statusCode(422);
        assertThat(services.publishedCommands(SetTradingState.class)).hasSize(1);
    }

    @Test
    void aRepeatedHaltIsSentAgainWhenTheStateWasLoosenedSince() {
        // Given a halt under a key that the risk owner has loosened
        services.respondTo(SetTradingState.class, AnswerMessages::stateSet);
        String key = UUID.randomUUID().toString();
        halt(key, "HALTED", "odd fills").statusCode(200);
        Api.risk()
                .body("{\"state\":\"ACTIVE\",\"reason\":\"fine\"}")
                .put("/environments/halted/trading-state")
                .then()
                .statusCode(200);

        // When the halt is repeated, then it is in force
        halt(key, "HALTED", "odd fills").statusCode(200);
        assertThat(services.publishedCommands(SetTradingState.class))
                .extracting(SetTradingState::state)
                .containsExactly(TradingState.HALTED, TradingState.ACTIVE, TradingState.HALTED);
    }

    @Test
    void theApiDescribesTheKeyOfEveryCommand() {
        JsonPath api = Api.viewer()
                .basePath("")
                .get(Api.ROOT + "/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, Object>> commands =
                api.getList("paths.collectMany { it.value.findAll { it.key in ['post', 'put'] }.values() }");

        assertThat(commands).hasSizeGreaterThan(6).allSatisfy(command -> {
            assertThat(String.valueOf(command.get("parameters")))
                    .containsOnlyOnce("Idempotency-Key")
                    .contains("refused with 422", "sent again");
            assertThat(String.valueOf(command.get("responses"))).contains("422=", "503=");
        });
    }

    private static ValidatableResponse halt(String key, String state, String reason) {
        return Api.operator()
                .header("Idempotency-Key", key)
                .body("{\"state\":\"%s\",\"reason\":\"%s\"}".formatted(state, reason))
                .put("/environments/halted/trading-state")
                .then();
    }
}
