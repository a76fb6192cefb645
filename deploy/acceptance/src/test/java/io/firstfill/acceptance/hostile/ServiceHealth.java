package io.firstfill.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Asserts that nothing has stopped: each service answers, no journal channel has stopped, every list can be read. */
final class ServiceHealth {
    private static final List<String> LISTS = List.of(
            "/runs",
            "/listings",
            "/orders",
            "/trades",
            "/positions",
            "/permits",
            "/alerts",
            "/configurations",
            "/journal");

    private final Stack stack;

    ServiceHealth(Stack stack) {
        this.stack = stack;
    }

    /** Asserts that no service has ended or is not ready. */
    void assertServicesUp() {
        Arrays.stream(ServiceName.values())
                .forEach(service -> assertThat(stack.isReady(service.label()))
                        .as("%s is ready", service.label())
                        .isTrue());
    }

    /** Asserts that every service runs and says that it lives. */
    void assertServicesLive() {
        Arrays.stream(ServiceName.values())
                .forEach(service -> assertThat(stack.isLive(service.label()))
                        .as("%s lives", service.label())
                        .isTrue());
    }

    /** Asserts that the environment can be queried, and that the journal never stopped since a time. */
    void assertRecorded(TradingEnvironment environment, Instant since) {
        LISTS.forEach(list -> assertThat(environment.ledger().page(list).status())
                .as("%s of %s", list, environment.name())
                .isEqualTo(200));
        assertThat(environment.ledger().alertsSince(since, "CHANNEL_STOPPED"))
                .as("stops of the journal of %s", environment.name())
                .isEmpty();
        environment.ledger().assertJournalIntact();
    }

    /** Asserts that the environment is ACTIVE and no record holds it. */
    void assertFree(TradingEnvironment environment) {
        JsonObject status = environment.status();
        assertThat(status.getJsonObject("tradingState").getString("state"))
                .as("trading state of %s", environment.name())
                .isEqualTo("ACTIVE");
        assertThat(environment.openAlerts("RECORD_QUARANTINED"))
                .as("quarantine of %s", environment.name())
                .isEmpty();
    }
}
