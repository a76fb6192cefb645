package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.testkit.access.AccessProbe;
import io.firstfill.testkit.access.AccessTable;
import io.firstfill.testkit.access.StubIdentityProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every endpoint has a line that says who may call it, and answers nobody else. */
@QuarkusTest
@KafkaAndPostgres
@WithTestResource(EndpointAccessTest.IdentityResource.class)
@SuppressWarnings("NullAway.Init") // injected before each test
class EndpointAccessTest {
    private static final AccessTable TABLE = AccessTable.of("""
            GET  /api/ledger/v1/alerts                                               viewer operator risk
            GET  /api/ledger/v1/alerts/{alertId}                                     viewer operator risk
            GET  /api/ledger/v1/audit/verification                                   viewer operator risk
            POST /api/ledger/v1/audit/verification                                   operator risk
            GET  /api/ledger/v1/balances                                             viewer operator risk
            GET  /api/ledger/v1/balances/latest                                      viewer operator risk
            GET  /api/ledger/v1/cap-events                                           viewer operator risk
            GET  /api/ledger/v1/caps                                                 viewer operator risk
            GET  /api/ledger/v1/caps/latest                                          viewer operator risk
            GET  /api/ledger/v1/configurations                                       viewer operator risk
            GET  /api/ledger/v1/configurations/{configurationId}/compare             viewer operator risk
            GET  /api/ledger/v1/configurations/{configurationId}/versions            viewer operator risk
            GET  /api/ledger/v1/configurations/{configurationId}/versions/{version}  viewer operator risk
            GET  /api/ledger/v1/credentials                                          viewer operator risk
            GET  /api/ledger/v1/credentials/latest                                   viewer operator risk
            GET  /api/ledger/v1/exits                                                viewer operator risk
            GET  /api/ledger/v1/exits/{exitId}                                       viewer operator risk
            GET  /api/ledger/v1/exports/journal.csv                                  viewer operator risk
            GET  /api/ledger/v1/exports/journal.jsonl                                viewer operator risk
            GET  /api/ledger/v1/exports/{list}.csv                                   viewer operator risk
            GET  /api/ledger/v1/exports/{list}.jsonl                                 viewer operator risk
            GET  /api/ledger/v1/guardrails                                           viewer operator risk
            GET  /api/ledger/v1/guardrails/latest                                    viewer operator risk
            GET  /api/ledger/v1/journal                                              viewer operator risk
            GET  /api/ledger/v1/latencies                                            viewer operator risk
            GET  /api/ledger/v1/listings                                             viewer operator risk
            GET  /api/ledger/v1/listings/{listingId}                                 viewer operator risk
            GET  /api/ledger/v1/listings/{listingId}/prices                          viewer operator risk
            GET  /api/ledger/v1/missed-listings                                      viewer operator risk
            GET  /api/ledger/v1/missed-listings/reports                              viewer operator risk
            GET  /api/ledger/v1/notifications                                        viewer operator risk
            GET  /api/ledger/v1/notifications/targets                                viewer operator risk
            POST /api/ledger/v1/notifications/targets/{name}/test                    operator
            GET  /api/ledger/v1/orders                                               viewer operator risk
            GET  /api/ledger/v1/orders/{clientOrderId}                               viewer operator risk
            GET  /api/ledger/v1/permits                                              viewer operator risk
            GET  /api/ledger/v1/permits/{permitId}                                   viewer operator risk
            GET  /api/ledger/v1/positions                                            viewer operator risk
            GET  /api/ledger/v1/positions/{positionId}                               viewer operator risk
            GET  /api/ledger/v1/recording                                            everybody
            GET  /api/ledger/v1/result                                               viewer operator risk
            GET  /api/ledger/v1/runs                                                 viewer operator risk
            GET  /api/ledger/v1/runs/{runId}                                         viewer operator risk
            GET  /api/ledger/v1/runs/{runId}/configurations                          viewer operator risk
            GET  /api/ledger/v1/runs/{runId}/drift                                   viewer operator risk
            GET  /api/ledger/v1/sells                                                viewer operator risk
            GET  /api/ledger/v1/sells/{clientOrderId}                                viewer operator risk
            GET  /api/ledger/v1/success-rates                                        viewer operator risk
            GET  /api/ledger/v1/success-rates/{runId}                                viewer operator risk
            GET  /api/ledger/v1/trades                                               viewer operator risk
            GET  /api/ledger/v1/trading-states                                       viewer operator risk
            GET  /api/ledger/v1/trading-states/latest                                viewer operator risk
            """);

    @TestHTTPResource("/")
    URI service;

    StubIdentityProvider identity;
    private AccessProbe probe;

    @BeforeEach
    void open() {
        probe = new AccessProbe(service, TABLE, identity.tokens(), Map.of("version", "1", "list", "orders"));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void everyEndpointOfTheDescriptionIsInTheTable() {
        String description = given().auth()
                .oauth2(identity.tokens().of("viewer"))
                .get("/api/ledger/v1/openapi?format=json")
                .asString();

        assertThat(AccessTable.endpoints(description)).isEqualTo(TABLE.endpoints());
    }

    @Test
    void noEndpointAnswersWithoutAValidTokenAndNoTokenCostsACallToTheIdentityProvider() {
        identity.forget();

        assertThat(probe.refusedTokens()).isEmpty();

        assertThat(identity.calls()).isEmpty();
    }

    @Test
    void noEndpointAnswersARoleThatTheTableDoesNotName() {
        assertThat(probe.otherRoles()).isEmpty();
    }

    @Test
    void everyEndpointAnswersTheRolesThatTheTableNames() {
        assertThat(probe.listedRoles()).isEmpty();
    }

    /** An identity provider, which the other tests of the ledger do without. */
    public static final class IdentityResource implements QuarkusTestResourceLifecycleManager {
        private final StubIdentityProvider identity = StubIdentityProvider.start();

        @Override
        public Map<String, String> start() {
            return identity.settings();
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(identity, new TestInjector.MatchesType(StubIdentityProvider.class));
        }

        @Override
        public void stop() {
            identity.close();
        }
    }
}
