package io.firstfill.ledger.web.otlp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.tracing.Span;
import io.firstfill.ledger.tracing.SpanCollector;
import io.firstfill.ledger.tracing.TracingSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Posts spans to {@code /v1/traces} of the collector, each batch from a virtual thread of its own. A batch is tried
 * once: a trace is worth no memory. Without an endpoint the class makes neither a client nor a thread.
 */
@Startup
@ApplicationScoped
class OtlpSpanCollector implements SpanCollector {
    private static final Logger LOG = Logger.getLogger(OtlpSpanCollector.class);
    private static final int OK = 200;

    private final TracingSettings settings;
    private final ObjectMapper json = new ObjectMapper();
    private final Counter exported;
    private final Counter failed;
    private final Counter dropped;
    private final Semaphore room;
    private final @Nullable URI address;
    private final @Nullable HttpClient client;
    private final @Nullable ExecutorService threads;

    OtlpSpanCollector(TracingSettings settings, MeterRegistry registry) {
        this.settings = settings;
        exported = registry.counter("firstfill.ledger.trace.spans", "outcome", "exported");
        failed = registry.counter("firstfill.ledger.trace.spans", "outcome", "failed");
        dropped = registry.counter("firstfill.ledger.trace.spans", "outcome", "dropped");
        room = new Semaphore(settings.waiting());
        address = settings.endpoint().map(OtlpSpanCollector::traces).orElse(null);
        client = address == null
                ? null
                : HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        threads = address == null
                ? null
                : Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("traces-", 0).factory());
    }

    private static URI traces(URI endpoint) {
        return URI.create(endpoint.toString().replaceFirst("/$", "") + "/v1/traces");
    }

    @Override
    public boolean isConfigured() {
        return address != null;
    }

    @Override
    public void take(List<Span> spans) {
        ExecutorService running = threads;
        if (running == null) {
            return;
        }
        if (!room.tryAcquire()) {
            dropped.increment(spans.size());
            return;
        }
        running.execute(() -> {
            try {
                post(spans);
            } finally {
                room.release();
            }
        });
    }

    private void post(List<Span> spans) {
        HttpClient http = client;
        URI to = address;
        if (http == null || to == null) {
            return;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(to)
                    .timeout(settings.timeout())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(OtlpJson.request(spans))))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            (status == OK ? exported : failed).increment(spans.size());
        } catch (IOException e) {
            failed.increment(spans.size());
            LOG.debugf("Spans not exported: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed.increment(spans.size());
        }
    }

    @PreDestroy
    void stop() {
        if (threads != null) {
            threads.shutdownNow();
        }
        if (client != null) {
            client.shutdownNow();
        }
    }
}
