package io.firstfill.control.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.ListingAnswers;
import io.firstfill.control.RespondingServices;
import io.firstfill.control.hostile.ApiFields.Endpoint;
import io.firstfill.control.hostile.ApiFields.Field;
import io.firstfill.control.hostile.ApiFields.Place;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.Seed;
import io.firstfill.testkit.openapi.ApiDescription;
import io.firstfill.testkit.openapi.DescribedAnswers;
import io.firstfill.testkit.openapi.DescribedAnswers.Answer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves for every field of every endpoint that a hostile value is refused with a problem that names the field, or is
 * stored as it was sent. Each field gets a choice of the values, and in the long part all of them.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class HostileRequestsTest {
    private static final String PLACEHOLDER = "\"the value under test\"";
    private static final int SHOWN = 25;

    @Inject
    RespondingServices services;

    @Inject
    MessageCodec codec;

    private final ObjectMapper json = new ObjectMapper();
    private final DescribedAnswers described = new DescribedAnswers(ApiDescription.committed("control"));
    private final List<String> failures = new ArrayList<>();

    @BeforeEach
    void everyServiceAnswers() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
        services.respondTo(ArchiveConfiguration.class, AnswerMessages::archived);
        services.respondTo(StartRun.class, AnswerMessages::started);
        services.respondTo(StopRun.class, AnswerMessages::stopped);
        services.respondTo(ApplyConfiguration.class, AnswerMessages::applied);
        services.respondTo(SetTradingState.class, AnswerMessages::stateSet);
        services.respondTo(ValidateCredential.class, AnswerMessages::validated);
        services.respondTo(SetGuardrails.class, AnswerMessages::guardrailsChanged);
        services.respondTo(ResetBreaker.class, AnswerMessages::breakerReset);
        services.respondTo(SettleOrder.class, AnswerMessages::settled);
        services.respondTo(AnnounceListing.class, ListingAnswers::announced);
        services.respondTo(WithdrawListing.class, ListingAnswers::withdrawn);
        services.respondTo(ChangeListingTerms.class, ListingAnswers::termsChanged);
        services.respondTo(AcknowledgeRecord.class, AnswerMessages::unquarantined);
    }

    @Test
    void aHostileValueIsRefusedByItsFieldOrStoredAsItWasSent() throws IOException {
        attackEveryField(Seed.fixed(10), 2);
    }

    @Test
    @Tag("long")
    void everyHostileValueIsRefusedByItsFieldOrStoredAsItWasSent() throws IOException {
        attackEveryField(Seed.drawn(), Integer.MAX_VALUE);
    }

    private void attackEveryField(Seed seed, int tried) throws IOException {
        // Given every field of the API
        ApiFields api = new ApiFields(json.readTree(
                Api.viewer().basePath("").get(Api.ROOT + "/openapi?format=json").asString()));
        HostileSamples samples = new HostileSamples(services);
        HostileValues values = new HostileValues(Random.from(seed.random()));

        // When each is sent each hostile value, and each endpoint each hostile body
        int fields = 0;
        for (Endpoint endpoint : api.endpoints()) {
            for (Field field : api.fields(endpoint)) {
                fields++;
                attack(api, samples, field, chosen(values, field, tried));
            }
            if (api.hasBody(endpoint)) {
                attackBody(samples, endpoint, values.bodies(tried));
            }
        }

        // Then nothing was accepted that was not stored as sent, and the service works as before
        assertThat(failures.stream().limit(SHOWN).toList())
                .as("%s, fields %d", seed, fields)
                .isEmpty();
        assertThat(fields).as("fields found in the OpenAPI document").isGreaterThan(30);
        assertThat(services.unreadable()).isEmpty();
        assertThat(Api.viewer().get("/environments").statusCode()).isEqualTo(200);
        samples.assertARunStarts();
    }

    private static List<String> chosen(HostileValues values, Field field, int tried) {
        return field.place() == Place.BODY ? values.forAnyField(tried) : values.texts(Math.max(1, tried / 2));
    }

    private void attack(ApiFields api, HostileSamples samples, Field field, List<String> tried) throws IOException {
        for (String value : tried) {
            if (field.endpoint().path().endsWith("/acknowledgements")) {
                samples.quarantine();
            }
            RawRequest request = samples.request(field.endpoint(), api);
            check(
                    field,
                    value,
                    switch (field.place()) {
                        case PATH ->
                            new RawRequest(
                                    request.method(),
                                    samples.target(field.endpoint(), Map.of(field.name(), shortened(value))),
                                    request.headers(),
                                    request.bytes());
                        case QUERY ->
                            new RawRequest(
                                    request.method(),
                                    request.target() + "?" + field.name() + "=" + encoded(shortened(value)),
                                    request.headers(),
                                    request.bytes());
                        case HEADER ->
                            request.with(field.name(), shortened(value).replaceAll("[\\r\\n]", ""));
                        case BODY ->
                            new RawRequest(
                                    request.method(),
                                    request.target(),
                                    request.headers(),
                                    RawRequest.utf8(body(samples, api, field, value)));
                    });
        }
    }

    private void attackBody(HostileSamples samples, Endpoint endpoint, List<String> bodies) throws IOException {
        Field whole = new Field(endpoint, Place.BODY, "");
        for (String body : bodies) {
            String target = samples.target(endpoint, Map.of());
            check(whole, "", new RawRequest(endpoint.method(), target, samples.headers(endpoint), body));
        }
    }

    private void check(Field field, String value, RawRequest request) throws IOException {
        int before = services.publishedCommands(Command.class).size();
        RawRequest.Reply reply = request.send(RestAssured.port);
        String shown = field + " = " + shortened(value) + " gave " + reply.status() + " " + shortened(reply.body());
        if (!isRefusedByHttp(field, value)) {
            failures.addAll(described.undescribed(
                    request.method(), request.target(), new Answer(reply.status(), reply.headers(), reply.body())));
        }
        boolean unanswered = reply.status() == 503 && reply.body().contains(":no-answer"); // a busy machine
        if (!unanswered && (reply.status() == 0 || reply.status() >= 500)) {
            failures.add(shown);
        } else if (!unanswered && reply.status() >= 400) {
            if (!isExplained(field, value, reply)) {
                failures.add("not explained: " + shown);
            }
        } else if (field.endpoint().path().endsWith("/validate") && field.place() == Place.BODY) {
            if (!isChecked(field, value, reply)) {
                failures.add("checked, and read otherwise: " + shown);
            }
        } else if (field.place() == Place.BODY && !isStored(value, before)) {
            failures.add("accepted, and stored otherwise: " + shown);
        }
    }

    /** A header that HTTP itself does not allow is refused before the service sees the request, without a document. */
    private static boolean isRefusedByHttp(Field field, String value) {
        return field.place() == Place.HEADER && value.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }

    private static boolean isExplained(Field field, String value, RawRequest.Reply reply) {
        if (isRefusedByHttp(field, value)) {
            return true;
        }
        String named = field.name().replaceAll("\\[0]$", "");
        return reply.isProblem()
                && (field.name().isEmpty()
                        || field.place() == Place.PATH
                        || reply.status() != 400
                        || reply.body().contains(named));
    }

    /** A check stores nothing: what it would save is as it was sent, or the field is among the violations. */
    private boolean isChecked(Field field, String value, RawRequest.Reply reply) throws IOException {
        JsonNode checked = json.readTree(reply.body());
        return checked.path("valid").asBoolean()
                ? SentAndStored.contains(checked, json.readTree(value))
                        || field.name().equals("environment")
                : checked.path("violations").toString().contains(field.name().replaceAll("\\[0]$", ""));
    }

    private boolean isStored(String value, int before) throws IOException {
        JsonNode sent = json.readTree(value);
        List<Command> published = services.publishedCommands(Command.class);
        return published.size() > before
                && SentAndStored.contains(json.readTree(codec.write(published.getLast())), sent);
    }

    private static String body(HostileSamples samples, ApiFields api, Field field, String value) {
        return RequestBodies.with(samples.least(field.endpoint(), api), field.name(), PLACEHOLDER)
                .replace(PLACEHOLDER, value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
