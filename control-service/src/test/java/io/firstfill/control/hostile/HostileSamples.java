package io.firstfill.control.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.Api;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.firstfill.control.hostile.ApiFields.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The parts of a valid request of each endpoint: a token with the role, ids of what exists, a version. */
final class HostileSamples {
    private static final EnvironmentId ENVIRONMENT = EnvironmentId.of("hostile");

    /** The ends of the paths that need the role risk. */
    private static final List<String> RISK = List.of("/trading-state", "/guardrails", "/reset", "/apply");

    private final RespondingServices services;
    private int orders;
    private int reports;

    HostileSamples(RespondingServices services) {
        this.services = services;
    }

    RawRequest request(Endpoint endpoint, ApiFields api) {
        String body = api.hasBody(endpoint) ? least(endpoint, api).toString() : "";
        return new RawRequest(endpoint.method(), target(endpoint, Map.of()), headers(endpoint), RawRequest.utf8(body));
    }

    /** Returns a valid body of what the document says, with the ids of what exists here. */
    ObjectNode least(Endpoint endpoint, ApiFields api) {
        ObjectNode body = api.leastBody(endpoint);
        if (body.has("configurationId")) {
            body.put("configurationId", PriorMessages.CONFIGURATION.toString());
        }
        if (body.has("openingTime")) {
            body.put("openingTime", Instant.now().plus(Duration.ofDays(1)).toString());
        }
        if (body.has("environment")) {
            body.put("environment", "past");
        }
        return body;
    }

    /** Returns the path with its parameters filled in; those given replace the valid ones. */
    String target(Endpoint endpoint, Map<String, String> given) {
        String target = endpoint.path();
        for (String part : endpoint.path().split("/", -1)) {
            if (part.startsWith("{")) {
                String name = part.substring(1, part.length() - 1);
                String value = given.containsKey(name) ? encoded(given.get(name)) : valid(endpoint, name);
                target = target.replace(part, value);
            }
        }
        return target;
    }

    private String valid(Endpoint endpoint, String parameter) {
        return switch (parameter) {
            case "environment" -> ENVIRONMENT.value();
            case "clientOrderId" -> order();
            case "cap" -> breaker();
            case "id" -> id(endpoint);
            case "version" -> "1";
            default -> throw new IllegalStateException("Say what a valid " + parameter + " is: " + endpoint.path());
        };
    }

    private String id(Endpoint endpoint) {
        if (endpoint.path().contains("/listings/")) {
            return listing();
        }
        return endpoint.path().contains("/runs/") ? run(endpoint) : configuration(endpoint);
    }

    /** What is archived may not be saved or started, so that each archiving gets a configuration of its own. */
    private String configuration(Endpoint endpoint) {
        if (!endpoint.path().endsWith("archive")) {
            return PriorMessages.CONFIGURATION.toString();
        }
        ConfigurationId id = ConfigurationId.derivedFrom(UUID.randomUUID());
        services.publish(PriorMessages.saved(ENVIRONMENT, id, PriorMessages.configuration(id.toString(), "10", "100")));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Api.viewer().get("/configurations/" + id).statusCode() == 200);
        return id.toString();
    }

    /** A stop of a stopped run stores nothing, so each stop gets a run of its own. */
    private String run(Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return PriorMessages.RUN.toString();
        }
        RunId run = RunId.derivedFrom(UUID.randomUUID());
        services.publish(PriorMessages.saved(
                ENVIRONMENT, ConfigurationId.derivedFrom("any"), PriorMessages.configuration("any", "10", "100")));
        services.publish(new RunStarted(
                Meta.first(MessageId.derivedFrom(run), Instant.now()),
                ENVIRONMENT,
                run,
                new ConfigurationRef(ConfigurationId.derivedFrom("any"), 1),
                PriorMessages.configuration("any", "10", "100"),
                PriorMessages.OLIVIA));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Api.viewer().get("/runs/" + run).statusCode() == 200);
        return run.toString();
    }

    /** Only what was announced by hand is taken back, and only once. */
    private String listing() {
        ListingId listing = ListingId.derivedFrom(UUID.randomUUID());
        services.publish(new ListingAnnounced(
                Meta.first(MessageId.derivedFrom(listing), Instant.now()),
                ENVIRONMENT,
                listing,
                Pair.of("BACK/USDT"),
                Instant.now().plus(Duration.ofDays(1)),
                ListingSource.OPERATOR,
                Instant.now()));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Api.operator()
                                .body("{\"quoteAmount\":\"0\",\"reason\":\"is it known\"}")
                                .put("/environments/" + ENVIRONMENT + "/listings/" + listing + "/terms")
                                .statusCode()
                        == 400);
        return listing.toString();
    }

    /** Only a circuit breaker that has tripped is reset, and only once. */
    private String breaker() {
        Cap breaker = Cap.LOSS_PER_DAY;
        int version = ++reports;
        services.publish(new CapsReported(
                Meta.first(MessageId.derivedFrom(UUID.randomUUID()), Instant.now()),
                ENVIRONMENT,
                null,
                version,
                Guardrails.NONE,
                List.of(new CapUse(breaker, CapLevel.ENVIRONMENT, "5", "5", true, true, null))));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Objects.equals(
                        Api.viewer()
                                .get("/environments/" + ENVIRONMENT + "/caps")
                                .path("guardrailsVersion"),
                        version));
        return breaker.name();
    }

    /** Only an order in doubt is settled, and only once. */
    private String order() {
        ClientOrderId order = ClientOrderId.of("ff-b1-" + ++orders);
        alert(AlertKind.UNRESOLVED_ORDER, order.value());
        return order.value();
    }

    /** Only a record that waits for a person is acknowledged, and only once: here the one of the document's example. */
    void quarantine() {
        alert(AlertKind.RECORD_QUARANTINED, "trader orders.v1-2@4711");
    }

    private void alert(AlertKind kind, String subject) {
        services.publish(new AlertRaised(
                Meta.first(MessageId.derivedFrom(UUID.randomUUID()), Instant.now()),
                ENVIRONMENT,
                kind,
                subject,
                Severity.CRITICAL,
                "for the attack",
                null));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Api.viewer()
                        .get("/environments/" + ENVIRONMENT)
                        .asString()
                        .contains(subject));
    }

    Map<String, String> headers(Endpoint endpoint) {
        String role = RISK.stream().anyMatch(endpoint.path()::endsWith) ? "risk" : "operator";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", "Bearer " + Api.token("olivia", role, "firstfill-api"));
        if (endpoint.method().equals("PUT")) {
            headers.put("If-Match", "\"1\"");
        }
        return headers;
    }

    void assertARunStarts() {
        Api.risk()
                .body("{\"state\":\"ACTIVE\",\"reason\":\"after the attack\"}")
                .put("/environments/past/trading-state")
                .then()
                .statusCode(200);
        int status = Api.operator()
                .body(Map.of("environment", "past", "configurationId", PriorMessages.CONFIGURATION.toString()))
                .post("/runs")
                .statusCode();
        assertThat(status).as("status of a start after the attack").isEqualTo(201);
    }

    /** Encodes each byte, also halves of surrogate pairs as they are on the wire of a careless client. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02x", b));
        }
        return encoded.toString();
    }
}
