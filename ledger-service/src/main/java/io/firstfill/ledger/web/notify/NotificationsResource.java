package io.firstfill.ledger.web.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationDispatcher;
import io.firstfill.ledger.notify.NotificationEvent;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.NotificationTargets;
import io.firstfill.ledger.notify.TargetFormat;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.NotificationItem;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the targets and what was delivered to them, and sends a test. Addresses and keys are never shown. */
@Path("/api/ledger/v1/notifications")
@Tag(name = "notifications", description = "Who is told what, and whether it arrived")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class NotificationsResource {
    private final NotificationTargets targets;
    private final NotificationDispatcher dispatcher;
    private final LedgerQueries queries;
    private final InstantSource clock;

    NotificationsResource(
            NotificationTargets targets,
            NotificationDispatcher dispatcher,
            LedgerQueries queries,
            InstantSource clock) {
        this.targets = targets;
        this.dispatcher = dispatcher;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * A receiver of notifications.
     *
     * @param severity the lowest that is delivered
     */
    @Schema(name = "NotificationTarget")
    public record TargetItem(
            EnvironmentId environment,
            String name,
            TargetFormat format,
            Severity severity,
            List<NotificationEvent> events) {
        static TargetItem of(NotificationTarget target) {
            return new TargetItem(
                    target.environment(),
                    target.name(),
                    target.format(),
                    target.severity(),
                    target.events().stream().sorted().toList());
        }
    }

    @Schema(name = "NotificationTargets")
    public record TargetList(List<TargetItem> targets) {}

    /**
     * The answer to a test that the receiver has accepted.
     *
     * @param responseStatus its HTTP status
     */
    @Schema(name = "NotificationTest")
    public record TestAnswer(String target, int responseStatus) {}

    @GET
    @Operation(operationId = "listNotifications", summary = "What was sent, failed, or is tried again, newest first")
    public Uni<Page<NotificationItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.NOTIFICATIONS, parameters.pageRequest(ReportLists.NOTIFICATIONS));
    }

    @GET
    @Path("targets")
    @Operation(operationId = "listNotificationTargets", summary = "The targets of all environments")
    public TargetList targets() {
        return new TargetList(targets.all().stream().map(TargetItem::of).toList());
    }

    @POST
    @Path("targets/{name}/test")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "testNotificationTarget",
            summary = "Sends a test once; a receiver that does not accept it is a problem with status 502")
    public Uni<TestAnswer> test(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = "^[a-z][a-z0-9-]{0,31}$"))
                    @PathParam("name")
                    String name,
            @Parameter(required = true) @QueryParam("environment") @Nullable String environment) {
        Violations violations = new Violations();
        EnvironmentId id = Parameters.requiredEnvironment(environment, violations);
        violations.throwIfAny();
        NotificationTarget target = targets.find(Objects.requireNonNull(id), name)
                .orElseThrow(() -> new NotFoundException("The environment has no such target"));
        return dispatcher
                .test(target, notification(target))
                .map(status -> new TestAnswer(name, status))
                .onFailure(DeliveryFailedException.class)
                .transform(failure -> problem((DeliveryFailedException) failure));
    }

    private Notification notification(NotificationTarget target) {
        return new Notification(
                new MessageId(UUID.randomUUID()),
                target.environment(),
                NotificationEvent.TEST,
                Severity.INFO,
                "Test of " + target.name(),
                "An operator has asked for this message. Nothing has happened.",
                clock.instant(),
                false);
    }

    private static HttpProblem problem(DeliveryFailedException failure) {
        return HttpProblem.builder()
                .withTitle("Bad Gateway")
                .withStatus(Response.Status.BAD_GATEWAY)
                .withDetail("The receiver has not accepted the test: " + failure.reason())
                .build();
    }
}
