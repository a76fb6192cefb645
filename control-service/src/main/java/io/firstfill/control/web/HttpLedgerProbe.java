package io.firstfill.control.web;

import io.firstfill.control.ControlSettings;
import io.firstfill.control.readiness.LedgerProbe;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Queries the ledger's readiness check over HTTP. A ledger that cannot be reached in time counts as not ready. */
@ApplicationScoped
class HttpLedgerProbe implements LedgerProbe {
    private final HttpClient client;
    private final HttpRequest query;

    HttpLedgerProbe(ControlSettings settings) {
        client =
                HttpClient.newBuilder().connectTimeout(settings.ledgerTimeout()).build();
        query = HttpRequest.newBuilder(settings.ledgerUri().resolve("/q/health/ready"))
                .timeout(settings.ledgerTimeout())
                .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    @Override
    public Uni<Boolean> isReady() {
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(query, BodyHandlers.discarding()))
                .map(response -> response.statusCode() == 200)
                .onFailure()
                .recoverWithItem(false);
    }
}
