package io.firstfill.control.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that a record nobody can read, and an order in doubt, end by a person's command, and by nothing else. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class InterventionTest {
    private static final String ENVIRONMENT = "/environments/halted";
    private static final AtomicLong NEXT = new AtomicLong(1);

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void aQuarantinedRecordClosesTheGateUntilAPersonAcknowledgesIt() {
        // Given a record that the trader cannot process
        RecordPlace place = quarantined();
        Api.viewer()
                .get(ENVIRONMENT)
                .then()
                .body("ready", equalTo(false))
                .body("quarantined.remedy", containsString("acknowledge"))
                .body("quarantined.records.find { it.place == '" + place + "' }.services", contains("trader"))
                .body("readiness.find { it.name == 'records' }.remedy", containsString(place.toString()));
        start().statusCode(409).body("items.name", hasItem("records"));

        // When an operator acknowledges it, and the trader obeys
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::unquarantined);
        acknowledge(Api.operator(), place).statusCode(200).body("place", equalTo(place.toString()));

        // Then the gate is open, and the command says who acknowledged what and why
        Api.viewer().get(ENVIRONMENT).then().body("quarantined", nullValue());
        AcknowledgeRecord command =
                services.publishedCommands(AcknowledgeRecord.class).getFirst();
        assertThat(command.place()).isEqualTo(place);
        assertThat(command.issuedBy()).isEqualTo(PriorMessages.OLIVIA);
        assertThat(command.reason()).isEqualTo("a copy");
    }

    @Test
    void theLedgersAnswerIsEnoughAndNoAnswerIsReportedAsUnconfirmed() {
        RecordPlace first = quarantined();
        acknowledge(Api.risk(), first).statusCode(202).body("note", containsString("not yet confirmed"));

        services.respondTo(AcknowledgeRecord.class, AnswerMessages::acknowledged);
        RecordPlace second = quarantined();
        acknowledge(Api.risk(), second).statusCode(200);

        end(first);
        end(second);
    }

    @Test
    void onlyWhatWaitsForAPersonIsAcknowledged() {
        RecordPlace nobody = new RecordPlace(Topics.ORDERS, 0, 999_999);

        acknowledge(Api.operator(), nobody).statusCode(409).body("type", endsWith(":record-not-quarantined"));
        acknowledge(Api.viewer(), nobody).statusCode(403);
        Api.operator()
                .body(body(nobody))
                .post("/environments/elsewhere/acknowledgements")
                .then()
                .statusCode(404);
        assertThat(services.publishedCommands(AcknowledgeRecord.class)).isEmpty();
    }

    @Test
    void aRepeatedAcknowledgementIsSentOnce() {
        // Given an acknowledgement under a key
        RecordPlace place = quarantined();
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::unquarantined);
        String key = UUID.randomUUID().toString();
        acknowledge(Api.operator().header("Idempotency-Key", key), place).statusCode(200);

        // When it is repeated, then it has the same answer, and the key is refused for another record
        acknowledge(Api.operator().header("Idempotency-Key", key), place).statusCode(200);
        acknowledge(Api.operator().header("Idempotency-Key", key), new RecordPlace(Topics.RUNS, 0, 1))
                .statusCode(422);
        assertThat(services.publishedCommands(AcknowledgeRecord.class)).hasSize(1);
    }

    @Test
    void aRecordThatControlItselfCannotReadStopsNothingAndWaitsForAPerson() {
        // When what nobody can read stands on a topic that control follows
        services.publishBytes(Topics.RUNS, "halted", "no message".getBytes(StandardCharsets.UTF_8));
        Awaitility.await().until(() -> own() != null);

        // Then control still hears, says so, and goes on when a person has acknowledged the record
        RecordPlace place = RecordPlace.of(String.valueOf(own()));
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::acknowledged);
        acknowledge(Api.operator(), place).statusCode(200);
        assertThat(own()).isNull();
    }

    @Test
    void aRecordWhoseKeyNamesNoEnvironmentIsAcknowledgedInAnEnvironment() {
        // Given the ledger's alert about such a record
        RecordPlace place = new RecordPlace(Topics.ORDERS, 2, NEXT.getAndIncrement());
        services.publish(alert(EnvironmentId.UNKNOWN, AlertKind.UNREADABLE_MESSAGE, place.toString()));
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::acknowledgedWithoutEnvironment);

        // When a person acknowledges it, then it is accepted, once
        Awaitility.await()
                .until(() -> Api.operator()
                                .body(body(place))
                                .post(ENVIRONMENT + "/acknowledgements")
                                .statusCode()
                        == 200);
        Awaitility.await()
                .until(() -> Api.operator()
                                .body(body(place))
                                .post(ENVIRONMENT + "/acknowledgements")
                                .statusCode()
                        == 409);
    }

    @Test
    void anOrderInDoubtIsSettledByHand() {
        // Given an order whose outcome nobody knows
        String order = inDoubt();
        services.respondTo(SettleOrder.class, AnswerMessages::settled);

        // When a person states what became of it
        settle(Api.operator(), order, "120.5", "24.1").statusCode(200).body("clientOrderId", equalTo(order));

        // Then the command has it, and the order cannot be settled again
        SettleOrder command = services.publishedCommands(SettleOrder.class).getFirst();
        assertThat(command.executedQuantity()).isEqualTo(Quantity.of("120.5"));
        assertThat(command.reason()).isEqualTo("seen in the account");
        settle(Api.operator(), order, "0", "0").statusCode(409).body("type", endsWith(":order-not-in-doubt"));
    }

    @Test
    void aSettlementWithoutATraderIsRecordedAndReportedAsUnconfirmed() {
        settle(Api.risk(), inDoubt(), "0", "0").statusCode(202).body("note", containsString("not yet confirmed"));
    }

    @Test
    void onlyAnOrderInDoubtIsSettledAndOnlyByWhatIsPossible() {
        settle(Api.operator(), "ff-b1-never", "0", "0").statusCode(409);
        settle(Api.operator(), "not an id", "0", "0").statusCode(404);
        settle(Api.viewer(), "ff-b1-never", "0", "0").statusCode(403);
        settle(Api.operator(), "ff-b1-never", "1", "0")
                .statusCode(400)
                .body("violations.field", contains("executedQuote"));
        assertThat(services.publishedCommands(SettleOrder.class)).isEmpty();
    }

    private static Object own() {
        return Api.viewer().get(ENVIRONMENT).path("quarantined?.records?.find { it.services == ['control'] }?.place");
    }

    private RecordPlace quarantined() {
        RecordPlace place = new RecordPlace(Topics.ORDERS, 2, NEXT.getAndIncrement());
        raise(AlertKind.RECORD_QUARANTINED, "trader " + place);
        return place;
    }

    private String inDoubt() {
        String order = "ff-b1-doubt" + NEXT.getAndIncrement();
        raise(AlertKind.UNRESOLVED_ORDER, order);
        return order;
    }

    private void raise(AlertKind kind, String subject) {
        services.publish(alert(EnvironmentId.of("halted"), kind, subject));
        Awaitility.await().until(() -> Api.viewer().get(ENVIRONMENT).asString().contains(subject));
    }

    private static AlertRaised alert(EnvironmentId environment, AlertKind kind, String subject) {
        Meta meta = Meta.first(MessageId.derivedFrom(UUID.randomUUID()), Instant.now());
        return new AlertRaised(meta, environment, kind, subject, Severity.CRITICAL, "for the test", null);
    }

    /** Leaves nothing open for the next test. */
    private void end(RecordPlace place) {
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::unquarantined);
        acknowledge(Api.operator(), place).statusCode(200);
    }

    private ValidatableResponse start() {
        ConfigurationId id = ConfigurationId.derivedFrom("interventions");
        services.publish(PriorMessages.saved(
                EnvironmentId.of("halted"), id, PriorMessages.configuration("interventions", "10", "100")));
        Awaitility.await().until(() -> Api.viewer().get("/configurations/" + id).statusCode() == 200);
        return Api.operator()
                .body("{\"environment\":\"halted\",\"configurationId\":\"" + id + "\"}")
                .post("/runs")
                .then();
    }

    private static ValidatableResponse acknowledge(RequestSpecification caller, RecordPlace place) {
        return caller.body(body(place)).post(ENVIRONMENT + "/acknowledgements").then();
    }

    private static String body(RecordPlace place) {
        return "{\"place\":{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d},\"reason\":\"a copy\"}"
                .formatted(place.topic(), place.partition(), place.offset());
    }

    private static ValidatableResponse settle(
            RequestSpecification caller, String order, String quantity, String quote) {
        return caller.body("{\"executedQuantity\":\"%s\",\"executedQuote\":\"%s\",\"reason\":\"seen in the account\"}"
                        .formatted(quantity, quote))
                .post(ENVIRONMENT + "/orders/{order}/settlement", order)
                .then();
    }
}
