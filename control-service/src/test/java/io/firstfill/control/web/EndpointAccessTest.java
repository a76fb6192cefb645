package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.Command;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.firstfill.testkit.access.AccessProbe;
import io.firstfill.testkit.access.AccessTable;
import io.firstfill.testkit.access.StubIdentityProvider;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every endpoint has a line that says who may call it, and answers nobody else. */
@QuarkusTest
@WithTestResource(ControlResource.class)
@SuppressWarnings("NullAway.Init") // injected before each test
class EndpointAccessTest {
    private static final AccessTable TABLE = AccessTable.of("""
            GET  /api/control/v1/configurations                                                viewer operator risk
            POST /api/control/v1/configurations                                                operator
            POST /api/control/v1/configurations/validate                                       viewer operator risk
            GET  /api/control/v1/configurations/{id}                                           viewer operator risk
            PUT  /api/control/v1/configurations/{id}                                           operator
            POST /api/control/v1/configurations/{id}/archive                                   operator
            GET  /api/control/v1/configurations/{id}/compare                                   viewer operator risk
            POST /api/control/v1/configurations/{id}/unarchive                                 operator
            GET  /api/control/v1/configurations/{id}/versions                                  viewer operator risk
            GET  /api/control/v1/configurations/{id}/versions/{version}                        viewer operator risk
            GET  /api/control/v1/environments                                                  viewer operator risk
            GET  /api/control/v1/environments/{environment}                                    viewer operator risk
            POST /api/control/v1/environments/{environment}/acknowledgements                   operator risk
            POST /api/control/v1/environments/{environment}/breakers/{cap}/reset               risk
            GET  /api/control/v1/environments/{environment}/caps                               viewer operator risk
            POST /api/control/v1/environments/{environment}/credential/validate                operator
            GET  /api/control/v1/environments/{environment}/guardrails                         viewer operator risk
            PUT  /api/control/v1/environments/{environment}/guardrails                         risk
            POST /api/control/v1/environments/{environment}/listings                           operator
            POST /api/control/v1/environments/{environment}/listings/{id}/withdrawal           operator
            PUT  /api/control/v1/environments/{environment}/listings/{id}/terms                operator
            POST /api/control/v1/environments/{environment}/orders/{clientOrderId}/settlement  operator risk
            GET  /api/control/v1/environments/{environment}/positions                          viewer operator risk
            GET  /api/control/v1/environments/{environment}/positions/{id}                     viewer operator risk
            POST /api/control/v1/environments/{environment}/positions/{id}/close               operator
            DELETE /api/control/v1/environments/{environment}/positions/{id}/exit-plan         operator risk
            PUT  /api/control/v1/environments/{environment}/positions/{id}/exit-plan           risk
            POST /api/control/v1/environments/{environment}/sell-everything                    operator
            PUT  /api/control/v1/environments/{environment}/trading-state                      operator risk
            GET  /api/control/v1/readiness                                                     viewer operator risk
            GET  /api/control/v1/runs                                                          viewer operator risk
            POST /api/control/v1/runs                                                          operator
            GET  /api/control/v1/runs/{id}                                                     viewer operator risk
            POST /api/control/v1/runs/{id}/apply                                               risk
            POST /api/control/v1/runs/{id}/stop                                                operator risk
            """);

    @Inject
    RespondingServices services;

    @TestHTTPResource("/")
    URI service;

    StubIdentityProvider identity;
    private AccessProbe probe;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
        probe = new AccessProbe(
                service,
                TABLE,
                identity.tokens(),
                Map.of("environment", "paper", "version", "1", "cap", "LOSS_PER_DAY"));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void everyEndpointOfTheDescriptionIsInTheTable() {
        String description = Api.viewer()
                .basePath("")
                .accept(ContentType.JSON)
                .get(Api.ROOT + "/openapi?format=json")
                .asString();

        assertThat(AccessTable.endpoints(description)).isEqualTo(TABLE.endpoints());
    }

    @Test
    void noEndpointAnswersWithoutAValidToken() {
        assertThat(probe.refusedTokens()).isEmpty();
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void noEndpointAnswersARoleThatTheTableDoesNotName() {
        assertThat(probe.otherRoles()).isEmpty();
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void everyEndpointAnswersTheRolesThatTheTableNames() {
        assertThat(probe.listedRoles()).isEmpty();
    }

    @Test
    void aTokenThatIsNoneCostsNoCallToTheIdentityProvider() {
        identity.forget();

        assertThat(probe.refusedTokens()).isEmpty();

        assertThat(identity.calls()).isEmpty();
    }

    @Test
    void aKeyIdThatNobodyKnowsHasTheKeysFetchedOnceInAnInterval() {
        identity.forget();

        for (int i = 0; i < 5; i++) {
            Api.bearer(identity.tokens().ofUnknownKey()).get("/runs").then().statusCode(401);
        }

        assertThat(identity.calls())
                .filteredOn(path -> !path.endsWith("/certs"))
                .isEmpty();
        assertThat(identity.calls()).hasSizeLessThanOrEqualTo(1);
    }
}
