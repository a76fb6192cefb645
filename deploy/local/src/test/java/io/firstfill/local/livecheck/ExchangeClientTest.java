package io.firstfill.local.livecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the check disturbs no service beside it, and that no answer keeps it from a report. */
class ExchangeClientTest {
    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void aHostThatRefusesIsNotAskedAgain(int refusal) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            asked.incrementAndGet();
            call.sendResponseHeaders(refusal, -1);
            call.close();
        });
        server.start();
        URI host = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ExchangeClient client = new ExchangeClient(Duration.ZERO);

        Answer first = client.get(host, "/api/v3/ping");
        Answer second = client.get(host, "/api/v3/time");
        server.stop(0);

        assertThat(first.status()).isEqualTo(refusal);
        assertThat(second.status()).isEqualTo(refusal);
        assertThat(second.brief()).contains("not asked again");
        assertThat(asked).hasValue(1);
    }

    @Test
    void theServicesOfAFileAreLeftTheirRequests(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("environments.yaml"), """
                environments:
                  paper:
                    mode: PAPER
                    rest-uri: http://127.0.0.1:8086
                    web-uri: http://127.0.0.1:8086
                """);

        assertThat(LiveCheckOptions.parse("--environments", file.toString()).pause())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(LiveCheckOptions.parse().pause()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anOddRowOfExchangeInfoIsAFindingAndNotTheEnd() {
        JsonObject odd = new JsonObject().put("symbol", "ODDUSDT").put("orderTypes", "LIMIT");
        JsonObject info = new JsonObject().put("symbols", new JsonArray().add(odd));

        assertThat(LiveCheck.part("exchangeInfo", () -> SymbolChecks.of(info)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Finding.Verdict.DIFFERS));
    }
}
