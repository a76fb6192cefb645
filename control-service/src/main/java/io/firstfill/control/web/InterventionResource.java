package io.firstfill.control.web;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.configuration.Violation;
import io.firstfill.control.intervention.InterventionOutcome;
import io.firstfill.control.intervention.Interventions;
import io.firstfill.control.intervention.Interventions.Person;
import io.firstfill.control.overview.EnvironmentView;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The REST resource of interventions: what no service can end alone, a person ends here, with a reason. */
@Path("environments/{environment}")
@Tag(name = "Interventions", description = "What a person ends, with a reason")
class InterventionResource {
    private static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";
    private static final String DECIMAL_RULE =
            "must be a plain decimal such as 12.5, with at most 20 digits on each side of the point";

    private final Interventions interventions;
    private final EnvironmentView view;
    private final Caller caller;

    InterventionResource(Interventions interventions, EnvironmentView view, Caller caller) {
        this.interventions = interventions;
        this.view = view;
        this.caller = caller;
    }

    /** The place of a record in Kafka, as alerts name it: topic-partition@offset. */
    public record PlaceRequest(
            @Schema(examples = "orders.v1") @NotNull @Pattern(regexp = "^[A-Za-z0-9._-]{1,249}$") String topic,

            @Schema(examples = "2") @NotNull @PositiveOrZero @Max(999_999_999) Integer partition,

            @Schema(examples = "4711") @NotNull @PositiveOrZero @Max(999_999_999_999_999_999L) Long offset) {}

    /** The record to go on past, and why that is safe. */
    public record AcknowledgementRequest(
            @NotNull @Valid PlaceRequest place,

            @Schema(examples = "a copy of a fill that is recorded") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** What the exchange executed of an order in doubt; both zero when nothing. */
    public record SettlementRequest(
            @Schema(description = "Bought, in the base asset", examples = "12.5")
            @NotNull @Pattern(regexp = DECIMAL, message = DECIMAL_RULE) String executedQuantity,

            @Schema(description = "Spent, in the quote asset", examples = "0.25")
            @NotNull @Pattern(regexp = DECIMAL, message = DECIMAL_RULE) String executedQuote,

            @Schema(description = "Where this is known from", examples = "order history of the exchange")
            @NotNull @PlainText
            @Size(max = Texts.MAX_REASON) String reason) {}

    /** @param note present while the acknowledgement is not confirmed */
    record RecordAcknowledged(
            EnvironmentId environment,
            RecordPlace place,
            @Nullable String note) {}

    /** @param note present while the settlement is not confirmed */
    record OrderSettled(
            EnvironmentId environment,
            ClientOrderId clientOrderId,
            @Nullable String note) {}

    @POST
    @Path("acknowledgements")
    @RolesAllowed({Access.OPERATOR, Access.RISK})
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "acknowledgeRecord",
            summary = "Let the environment go on past a record that could not be processed",
            description = "The trading state stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordAcknowledged.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordAcknowledged.class)))
    @APIResponse(responseCode = "404", description = "No such environment")
    @APIResponse(responseCode = "409", description = "No such record waits for a person in this environment")
    public Uni<Response> acknowledge(
            @PathParam("environment") String environment, @NotNull @Valid AcknowledgementRequest request) {
        EnvironmentId found = find(environment);
        var place = new RecordPlace(
                request.place().topic(),
                request.place().partition(),
                request.place().offset());
        return interventions
                .acknowledge(found, place, person(request.reason()))
                .map(outcome -> response(
                        outcome,
                        note -> new RecordAcknowledged(found, place, note),
                        "record-not-quarantined",
                        "No record at " + place + " waits for an acknowledgement in this environment"));
    }

    @POST
    @Path("orders/{clientOrderId}/settlement")
    @RolesAllowed({Access.OPERATOR, Access.RISK})
    @CustomDeserialization(StrictBody.class)
    @Operation(operationId = "settleOrder", summary = "End an order in doubt with what the exchange executed of it")
    @APIResponse(
            responseCode = "200",
            description = "Settled: the order's alert has ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderSettled.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by a trader",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderSettled.class)))
    @APIResponse(responseCode = "404", description = "No such environment or order")
    @APIResponse(responseCode = "409", description = "The order is not in doubt")
    public Uni<Response> settle(
            @PathParam("environment") String environment,
            @PathParam("clientOrderId") String clientOrderId,
            @NotNull @Valid SettlementRequest request) {
        EnvironmentId found = find(environment);
        ClientOrderId order = order(clientOrderId);
        Quantity quantity = Quantity.of(request.executedQuantity());
        Amount quote = Amount.of(request.executedQuote());
        if (quantity.isZero() != quote.equals(Amount.ZERO)) {
            throw Problems.invalid(
                    List.of(new Violation("executedQuote", "must be zero exactly when executedQuantity is zero")));
        }
        return interventions
                .settle(found, order, quantity, quote, person(request.reason()))
                .map(outcome -> response(
                        outcome,
                        note -> new OrderSettled(found, order, note),
                        "order-not-in-doubt",
                        "No open alert says that order " + order + " is in doubt in this environment"));
    }

    private EnvironmentId find(String environment) {
        return view.find(environment)
                .orElseThrow(() -> Problems.notFound("environment"))
                .environment();
    }

    private static ClientOrderId order(String text) {
        try {
            return ClientOrderId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("order");
        }
    }

    private Person person(String reason) {
        return new Person(caller.actor(), caller.key(), reason);
    }

    private static Response response(
            InterventionOutcome outcome, Function<@Nullable String, Object> subject, String type, String nothingOpen) {
        return switch (outcome) {
            case InterventionOutcome.Done() -> Response.ok(subject.apply(null)).build();
            case InterventionOutcome.Recorded() ->
                Response.accepted(subject.apply("Recorded, not yet confirmed")).build();
            case InterventionOutcome.NothingOpen() -> throw Problems.conflict(type, nothingOpen, Map.of());
            case InterventionOutcome.NotYetKnown() ->
                throw Problems.conflict(
                        "contract-level",
                        "Not every service of this deployment knows this command yet: raise firstfill.contract.level to"
                                + " 2 once all are of this version",
                        Map.of());
            case InterventionOutcome.NotSent() -> throw Problems.notSent();
            case InterventionOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }
}
