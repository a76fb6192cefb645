package io.firstfill.control.web;

import io.firstfill.control.configuration.Violation;
import io.firstfill.control.readiness.GateItem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Creates the problem documents of all refusals. Programs distinguish by the type what the status alone does not. */
public final class Problems {
    private Problems() {}

    public static HttpProblem invalid(List<Violation> violations) {
        return about("invalid", Status.BAD_REQUEST, "Some fields must be corrected")
                .with(
                        "violations",
                        violations.stream()
                                .map(it -> Map.of("field", it.field(), "in", "body", "message", it.message()))
                                .toList())
                .build();
    }

    static HttpProblem badHeader(String header, String message) {
        return about("invalid", Status.BAD_REQUEST, header + " " + message)
                .with("violations", List.of(Map.of("field", header, "in", "header", "message", message)))
                .build();
    }

    public static HttpProblem badQuery(String parameter, String message) {
        return about("invalid", Status.BAD_REQUEST, parameter + " " + message)
                .with("violations", List.of(Map.of("field", parameter, "in", "query", "message", message)))
                .build();
    }

    static HttpProblem unrecordable() {
        return about(
                        "unrecordable",
                        Status.BAD_REQUEST,
                        "The body cannot be recorded so that every service can read it. Nothing was done")
                .build();
    }

    static HttpProblem forbidden(String detail) {
        return about("forbidden", Status.FORBIDDEN, detail).build();
    }

    static HttpProblem starting() {
        return unavailable("starting", "The service replays its topics; try again");
    }

    /** The command was handed to the broker, which has not answered: it may be recorded later. */
    public static HttpProblem notAcknowledged() {
        return unavailable(
                "not-acknowledged",
                "The broker has not confirmed the command; it may still be recorded. Send it again");
    }

    static HttpProblem ledgerAway(List<GateItem> items) {
        return about("gate-closed", Status.SERVICE_UNAVAILABLE, "The ledger cannot start a run now")
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .with("items", items)
                .build();
    }

    public static HttpProblem notFound(String what) {
        return about("not-found", Status.NOT_FOUND, "There is no such " + what).build();
    }

    static HttpProblem preconditionRequired() {
        return about(
                        "if-match-required",
                        Status.PRECONDITION_REQUIRED,
                        "Name the version you change: If-Match with the ETag you read")
                .build();
    }

    public static HttpProblem preconditionFailed(String detail) {
        return about("version-conflict", Status.PRECONDITION_FAILED, detail).build();
    }

    public static HttpProblem conflict(String type, String detail, Map<String, Object> more) {
        HttpProblem.Builder problem = about(type, Status.CONFLICT, detail);
        more.forEach(problem::with);
        return problem.build();
    }

    /** Creates a 422: the request is well-formed, and what it asks for is not possible. */
    static HttpProblem unprocessable(String type, String detail, List<Violation> violations) {
        return HttpProblem.builder()
                .withType(type(type))
                .withTitle("Unprocessable Content")
                .withStatus(422)
                .withDetail(detail)
                .with(
                        "violations",
                        violations.stream()
                                .map(it -> Map.of("field", it.field(), "in", "body", "message", it.message()))
                                .toList())
                .build();
    }

    public static HttpProblem keyReused() {
        return HttpProblem.builder()
                .withType(type("idempotency-key-reused"))
                .withTitle("Unprocessable Content")
                .withStatus(422)
                .withDetail("This Idempotency-Key was used for another request")
                .build();
    }

    /** Creates a 503 with Retry-After: nothing was done, and the same request may be sent again. */
    public static HttpProblem unavailable(String type, String detail) {
        return about(type, Status.SERVICE_UNAVAILABLE, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    public static HttpProblem notSent() {
        return unavailable("not-sent", "The command could not be recorded. Nothing was done; send it again");
    }

    private static HttpProblem.Builder about(String type, Status status, String detail) {
        return HttpProblem.builder()
                .withType(type(type))
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(detail);
    }

    private static URI type(String name) {
        return URI.create("urn:firstfill:problem:" + name);
    }
}
