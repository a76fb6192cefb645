package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import firstfill.client.control.ApiException;
import firstfill.client.control.model.ApplyRequest;
import firstfill.client.control.model.CapsDraft;
import firstfill.client.control.model.ConfigurationDraft;
import firstfill.client.control.model.GuardrailsDraft;
import firstfill.client.control.model.Run;
import firstfill.client.control.model.RunState;
import firstfill.client.control.model.SavedConfiguration;
import firstfill.client.control.model.StartRequest;
import firstfill.client.control.model.StopRequest;
import firstfill.client.ledger.model.OrderItem;
import io.firstfill.acceptance.client.ControlClient;
import io.firstfill.acceptance.client.LedgerClient;
import io.firstfill.local.launch.Stack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Lives a day with the clients that are generated from the OpenAPI documents: no call is made by hand, and every answer
 * is read into the generated types.
 */
class GeneratedClientIT extends Scenario {
    static final String ENVIRONMENT = "paper";

    private final ControlClient viewer;
    private final ControlClient operators;
    private final ControlClient risk;
    private final LedgerClient records;

    GeneratedClientIT(Stack stack) {
        super(stack);
        viewer = ControlClient.of(stack, "viewer");
        operators = ControlClient.of(stack, "operator");
        risk = ControlClient.of(stack, "risk");
        records = LedgerClient.of(stack, "viewer");
    }

    @Test
    void aDayIsLivedWithTheGeneratedClients() throws Exception {
        // Given a configuration, checked and saved, and a run of it
        SavedConfiguration saved = savedAfterACheck();
        Run run = operators
                .runs()
                .startRun(
                        new StartRequest().environment(ENVIRONMENT).configurationId(saved.getConfigurationId()), key());
        assertThat(run.getState()).isEqualTo(RunState.ACTIVE);

        // When a listing opens
        String base = newToken();
        exchange.scheduleListing(base, in(Duration.ofSeconds(15)), PRICE);
        OrderItem bought = awaitBought(base, run.getRunId());

        // Then what was bought, why and how fast can be read, and so can everything else
        assertThat(new BigDecimal(bought.getFilledAmount())).isPositive();
        assertThat(bought.getTimeline().getWrittenAt()).isNotNull();
        GeneratedClientReads reads = new GeneratedClientReads(viewer, records);
        reads.readWhatTheRunDid(run, bought);
        reads.readTheStateOfTheEnvironment();
        applyAnotherVersion(run, saved);
        setGuardrails();

        // And the run is stopped, and its trades are exported
        var stopped = operators.runs().stopRun(run.getRunId(), key(), new StopRequest().reason("the day is over"));
        assertThat(stopped.getState()).isIn(RunState.STOPPED, RunState.STOPPING, RunState.STOP_REQUESTED);
        export(bought);
    }

    @Test
    void aRefusalIsAProblemThatTheClientReads() {
        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> viewer.runs().getRun(UUID.randomUUID(), null));

        assertThat(refused.getCode()).isEqualTo(404);
        assertThat(refused.getResponseBody()).contains("correlationId");
        ApiException forbidden = catchThrowableOfType(
                ApiException.class, () -> viewer.configurations().createConfiguration(draft("no"), key()));
        assertThat(forbidden.getCode()).isEqualTo(403);
    }

    private SavedConfiguration savedAfterACheck() throws ApiException {
        ConfigurationDraft wrong = draft("wrong").quoteAmount("0");
        assertThat(viewer.configurations().validateConfiguration(wrong, null).getViolations())
                .anySatisfy(violation -> assertThat(violation.getField()).isEqualTo("quoteAmount"));
        ConfigurationDraft draft = draft("Client " + UUID.randomUUID());
        var check = viewer.configurations().validateConfiguration(draft, null);
        assertThat(check.getValid()).as("%s", check).isTrue();
        SavedConfiguration saved = operators.configurations().createConfiguration(draft, key());
        assertThat(saved.getVersion()).isEqualTo(1);
        assertThat(saved.getContent().getQuoteAmount()).isEqualTo("50");
        assertThat(viewer.configurations().listConfigurations(null, null, ENVIRONMENT, 500, null))
                .anyMatch(each -> each.getConfigurationId().equals(saved.getConfigurationId()));
        return saved;
    }

    private static ConfigurationDraft draft(String name) {
        return new ConfigurationDraft()
                .environment(ENVIRONMENT)
                .name(name)
                .quoteAmount("50")
                .caps(new CapsDraft().tradesPerHour(100).spend("5000").concurrentListings(10));
    }

    private OrderItem awaitBought(String base, UUID run) {
        return await("a trade of " + base)
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> records.trades()
                                .listTrades(
                                        null,
                                        ENVIRONMENT,
                                        null,
                                        List.of("scheduled"),
                                        1,
                                        base + "/USDT",
                                        null,
                                        run,
                                        List.of("FILLED", "PARTIALLY_FILLED"),
                                        null,
                                        null)
                                .getItems(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private void applyAnotherVersion(Run run, SavedConfiguration saved) throws ApiException {
        SavedConfiguration second = operators
                .configurations()
                .replaceConfiguration(
                        saved.getConfigurationId(),
                        "\"" + saved.getVersion() + "\"",
                        draft(saved.getContent().getName()).quoteAmount("40"),
                        key());
        assertThat(second.getVersion()).isEqualTo(2);
        assertThat(viewer.configurations()
                        .compareConfigurationVersions(saved.getConfigurationId(), 1, 2, null)
                        .getDifferences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.getPath()).isEqualTo("quoteAmount"));
        var applied = risk.runs()
                .applyRun(run.getRunId(), new ApplyRequest().version(2).reason("thin book"), "\"1\"", key());
        assertThat(applied.getVersion()).isEqualTo(2);
        assertThat(viewer.runs().getRun(run.getRunId(), null).getSnapshot().getQuoteAmount())
                .isEqualTo("40");
    }

    private void setGuardrails() throws ApiException {
        var before = viewer.guardrails().getGuardrailsWithHttpInfo(ENVIRONMENT, null);
        String tag = before.getHeaders().getOrDefault("ETag", List.of()).getFirst();
        ApiException unchanged = catchThrowableOfType(
                ApiException.class, () -> viewer.guardrails().getGuardrails(ENVIRONMENT, tag));
        assertThat(unchanged.getCode()).isEqualTo(304);
        assertThat(unchanged.getResponseBody()).isNullOrEmpty();
        var set = risk.guardrails()
                .setGuardrails(
                        ENVIRONMENT,
                        tag.replaceFirst("^W/", ""),
                        new GuardrailsDraft().openPositions(900).reason("a day with the client"),
                        key());
        assertThat(set.getGuardrails().getOpenPositions()).isEqualTo(900);
        risk.guardrails()
                .setGuardrails(
                        ENVIRONMENT, "\"" + set.getVersion() + "\"", new GuardrailsDraft().reason("and back"), key());
    }

    private void export(OrderItem bought) throws Exception {
        var file = records.exports()
                .exportAsCsv("trades", ENVIRONMENT, null, null, bought.getPair(), null, null, null, null);
        assertThat(text(file.toPath())).contains(bought.getClientOrderId(), bought.getFilledAmount());
        assertThat(text(records.exports()
                        .exportJournalAsJsonLines(ENVIRONMENT, 0L, 20L)
                        .toPath()))
                .isNotBlank();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
