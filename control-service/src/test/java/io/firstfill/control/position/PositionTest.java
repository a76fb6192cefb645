package io.firstfill.control.position;

import static io.firstfill.control.position.ExitMessages.ENVIRONMENT;
import static io.firstfill.control.position.ExitMessages.PAIR;
import static io.firstfill.control.position.ExitMessages.meta;
import static io.firstfill.control.position.ExitMessages.planned;
import static io.firstfill.control.position.ExitMessages.triggered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that persons see what is open, sell it, and change how it ends: each once, and only where it is possible. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class PositionTest {
    private static final String ROOT = "/environments/skewed";
    private static final String PLAN = "{\"plan\":{\"stopLoss\":{\"below\":\"0.2\"}},\"reason\":\"it falls\"}";

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void anOpenPositionIsGivenWithItsNextTriggerPrices() {
        PositionId position = opened();

        Api.viewer()
                .get(ROOT + "/positions")
                .then()
                .statusCode(200)
                .body("items.positionId", hasItems(position.toString()))
                .body("items[0].mark.bid", equalTo("1.5"))
                .body("items[0].mark.next[0].price", equalTo("1.2"));
    }

    @Test
    void aCloseIsSentOnceAndToldByThePosition() {
        PositionId position = opened();
        services.respondTo(
                ClosePosition.class, it -> List.of(triggered(it, it.positionId(), ExitCause.CLOSED_BY_HAND)));
        String key = UUID.randomUUID().toString();
        String body = "{\"share\":\"0.5\",\"style\":\"IOC\",\"reason\":\"enough\"}";

        close(Api.operator().header("Idempotency-Key", key), position, body).statusCode(200);
        close(Api.operator().header("Idempotency-Key", key), position, body).statusCode(200);
        close(Api.operator().header("Idempotency-Key", key), position, "{\"reason\":\"other\"}")
                .statusCode(422);

        ClosePosition command = published(ClosePosition.class);
        assertThat(command.share()).isEqualTo(Ratio.of("0.5"));
        assertThat(command.style()).isEqualTo(CloseStyle.IOC);
        Api.viewer()
                .get(ROOT + "/positions/" + position)
                .then()
                .statusCode(200)
                .body("exits[0].cause", equalTo("CLOSED_BY_HAND"))
                .body("exits[0].quantity", equalTo("5"));
    }

    @Test
    void aCloseThatNoTraderConfirmsIsReportedAsRecorded() {
        close(Api.operator(), opened(), "{\"reason\":\"enough\"}")
                .statusCode(202)
                .body("note", containsString("not yet confirmed"));
    }

    @Test
    void aWrongShareOrStyleIsNamed() {
        PositionId position = opened();

        close(Api.operator(), position, "{\"share\":\"1.1\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations.field", hasItems("share"));
        close(Api.operator(), position, "{\"style\":\"LIMIT\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations.field", hasItems("style"));
        assertThat(services.publishedCommands(ClosePosition.class)).isEmpty();
    }

    @Test
    void riskReplacesAPlanAndAnOperatorCancelsIt() {
        PositionId position = opened();
        services.respondTo(SetExitPlan.class, it -> List.of(planned(it)));

        plan(Api.operator(), position, PLAN).statusCode(403);
        plan(Api.risk(), position, "{\"plan\":{\"stopLoss\":{\"below\":\"2\"}},\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations.field", hasItems("plan.stopLoss.below"));
        plan(Api.risk(), position, PLAN).statusCode(200);
        Api.viewer()
                .get(ROOT + "/positions/" + position)
                .then()
                .body("plan.stopLoss.below", equalTo("0.2"))
                .body("plannedBy", notNullValue());

        cancel(position).statusCode(200);
        cancel(position).statusCode(409).body("type", endsWith(":no-exit-plan"));
        assertThat(services.publishedCommands(SetExitPlan.class).getLast().plan())
                .isNull();
    }

    @Test
    void everythingIsSoldOnlyWhereSomethingIsHeld() {
        PositionId position = opened();
        services.respondTo(SellEverything.class, it -> List.of(triggered(it, position, ExitCause.SELL_EVERYTHING)));

        sellEverything(Api.risk()).statusCode(403);
        sellEverything(Api.operator()).statusCode(200);
        assertThat(published(SellEverything.class).reason()).isEqualTo("all of it");

        mark(null);
        sellEverything(Api.operator()).statusCode(409).body("type", endsWith(":nothing-held"));
    }

    @Test
    void anUnknownOrEndedPositionIsRefused() {
        PositionId position = opened();
        mark(null);

        close(Api.operator(), position, "{\"reason\":\"x\"}").statusCode(409).body("type", endsWith(":position-ended"));
        plan(Api.risk(), position, PLAN).statusCode(409).body("type", endsWith(":position-ended"));
        close(Api.operator(), PositionId.derivedFrom("never"), "{\"reason\":\"x\"}")
                .statusCode(404);
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void aHaltedEnvironmentSellsNothing() {
        PositionId position = opened();
        state(TradingState.HALTED);
        try {
            close(Api.operator(), position, "{\"reason\":\"x\"}")
                    .statusCode(409)
                    .body("type", endsWith(":environment-halted"));
            plan(Api.risk(), position, PLAN).statusCode(409).body("type", endsWith(":environment-halted"));
            sellEverything(Api.operator()).statusCode(409).body("type", endsWith(":environment-halted"));
        } finally {
            state(TradingState.ACTIVE);
        }
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    private PositionId opened() {
        PositionId position = PositionId.derivedFrom(UUID.randomUUID());
        mark(position);
        return position;
    }

    /** Publishes the marks of one position, or of none, and waits until control has read them. */
    private void mark(@Nullable PositionId position) {
        Instant now = Instant.now();
        List<Mark> marks = position == null
                ? List.of()
                : List.of(new Mark(
                        position,
                        PAIR,
                        Price.of("1.5"),
                        now,
                        false,
                        Price.of("1.6"),
                        List.of(new NextTrigger(ExitCause.STOP_LOSS, null, Price.of("1.2")))));
        services.publish(new PositionsMarked(meta(), ENVIRONMENT, marks));
        List<String> expected = position == null ? List.of() : List.of(position.toString());
        Awaitility.await()
                .until(() -> Api.viewer()
                        .get(ROOT + "/positions")
                        .path("items.positionId")
                        .equals(expected));
    }

    private void state(TradingState state) {
        services.publish(new TradingStateChanged(meta(), ENVIRONMENT, state, "for the test", Actor.system("risk")));
        Awaitility.await()
                .until(() -> state.name().equals(Api.viewer().get(ROOT).path("tradingState.state")));
    }

    private <C extends Command> C published(Class<C> kind) {
        assertThat(services.publishedCommands(kind)).hasSize(1);
        return services.publishedCommands(kind).getFirst();
    }

    private static ValidatableResponse close(RequestSpecification caller, PositionId position, String body) {
        return caller.body(body)
                .post(ROOT + "/positions/" + position + "/close")
                .then();
    }

    private static ValidatableResponse plan(RequestSpecification caller, PositionId position, String body) {
        return caller.body(body)
                .put(ROOT + "/positions/" + position + "/exit-plan")
                .then();
    }

    private static ValidatableResponse cancel(PositionId position) {
        return Api.operator()
                .queryParam("reason", "by hand")
                .delete(ROOT + "/positions/" + position + "/exit-plan")
                .then();
    }

    private static ValidatableResponse sellEverything(RequestSpecification caller) {
        return caller.body("{\"reason\":\"all of it\"}")
                .post(ROOT + "/sell-everything")
                .then();
    }
}
