package io.firstfill.acceptance;

import static io.firstfill.acceptance.GeneratedClientIT.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firstfill.client.control.model.Run;
import firstfill.client.ledger.model.OrderItem;
import io.firstfill.acceptance.client.ControlClient;
import io.firstfill.acceptance.client.LedgerClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Reads everything that both APIs show, into the generated types. */
final class GeneratedClientReads {
    private final ControlClient viewer;
    private final LedgerClient records;

    GeneratedClientReads(ControlClient viewer, LedgerClient records) {
        this.viewer = viewer;
        this.records = records;
    }

    void readWhatTheRunDid(Run run, OrderItem bought) throws Exception {
        UUID id = run.getRunId();
        OffsetDateTime since = run.getStartedAt().minusMinutes(1);
        OffsetDateTime until = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1);
        assertThat(records.orders().getOrder(bought.getClientOrderId(), null).getListingId())
                .isEqualTo(bought.getListingId());
        assertThat(records.orders()
                        .listOrders(null, ENVIRONMENT, since, null, 10, null, null, id, null, until, null)
                        .getItems())
                .extracting(OrderItem::getClientOrderId)
                .contains(bought.getClientOrderId());
        assertThat(records.listings().getListing(bought.getListingId(), null).getPair())
                .isEqualTo(bought.getPair());
        assertThat(records.listings()
                        .listListings(null, ENVIRONMENT, null, 5, bought.getPair(), null, null, null)
                        .getItems())
                .hasSize(1);
        records.listings().listPrices(bought.getListingId(), null, null, 5, null, null);
        UUID permit = bought.getPermitId();
        assertThat(records.permits().getPermit(permit, null).getRunId()).isEqualTo(id);
        assertThat(records.permits()
                        .listPermits(null, ENVIRONMENT, null, 10, id, null, null, null)
                        .getItems())
                .isNotEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !records.positions()
                        .listPositions(null, ENVIRONMENT, null, 10, bought.getPair(), id, null, null, null)
                        .getItems()
                        .isEmpty());
        assertThat(records.latencies()
                        .listLatencies(ENVIRONMENT, null, "scheduled", id, null, null)
                        .getItems())
                .isNotEmpty();
        assertThat(records.runs().getRun(id, null).getSnapshot()).isNotNull();
        assertThat(records.runs().getDrift(id, null).getRunId()).isEqualTo(id);
        assertThat(records.runs().listAppliedConfigurations(id, null).getItems())
                .hasSize(1);
        assertThat(records.successRates().getSuccessRate(id, null).getBought()).isEqualTo(1);
        assertThat(viewer.runs().getRun(id, null).getRunId()).isEqualTo(id);
        assertThat(viewer.runs().listRuns(ENVIRONMENT, null)).isNotEmpty();
    }

    void readTheStateOfTheEnvironment() throws Exception {
        assertThat(viewer.environments().listEnvironments(null)).isNotEmpty();
        assertThat(viewer.environments().getEnvironment(ENVIRONMENT, null).getActiveRun())
                .isNotNull();
        assertThat(viewer.readiness().getReadiness(null).getEnvironments()).isNotEmpty();
        assertThat(viewer.guardrails().getCaps(ENVIRONMENT, null).getCaps()).isNotEmpty();
        records.alerts().listAlerts(null, ENVIRONMENT, null, null, 10, null, List.of("OPEN", "CLEARED"), null, null);
        records.caps().listCaps(null, ENVIRONMENT, null, 10, null, null, null);
        records.caps().listCapEvents(null, ENVIRONMENT, null, null, 10, null, null, null, null);
        records.balances().listBalances(null, ENVIRONMENT, null, 10, null, null);
        records.configurations().listConfigurations(null, ENVIRONMENT, null, 10, null, null);
        records.guardrails().listGuardrails(null, ENVIRONMENT, null, 10, null, null);
        records.missedListings().listMissedListings(null, ENVIRONMENT, null, 10, null, null, null, null, null);
        records.missedListings().listMissedListingReports(null, ENVIRONMENT, null, 10, null, null);
        records.tradingStates().listTradingStates(null, ENVIRONMENT, null, 10, null, null, null);
        assertThat(records.credentials().getLatestCredential(ENVIRONMENT, null).getPath())
                .isNotBlank();
        assertThat(records.recording().getRecording(null).getEnvironments()).isNotEmpty();
        assertThat(records.journal().continueVerification(ENVIRONMENT, null).getIntact())
                .isTrue();
        var journal = records.journal().listJournal(ENVIRONMENT, 0L, 5, null);
        assertThat(journal.getItems()).hasSize(5);
        assertThat(records.journal()
                        .listJournal(ENVIRONMENT, Long.valueOf(journal.getNextCursor()), 5, null)
                        .getItems())
                .isNotEmpty();
    }
}
