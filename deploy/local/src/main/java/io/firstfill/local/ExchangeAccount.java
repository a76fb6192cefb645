package io.firstfill.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Our account at the simulated exchange. The exchange forgets at every start, so it is opened at every start. */
record ExchangeAccount(Ports ports) {
    private static final String BALANCE = "100000";

    void open(JsonObject credentials) {
        JsonObject account = new JsonObject()
                .put("name", Access.ENVIRONMENT)
                .put("apiKey", credentials.getString("api-key"))
                .put("secret", credentials.getString("secret-key"))
                .put("balances", new JsonObject().put("USDT", BALANCE));
        HttpRequest request = HttpRequest.newBuilder(URI.create(Parts.local(ports.simulatorControl()) + "/accounts"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(account.encode()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new StartFailed("The simulator did not open our account: HTTP " + status + ".");
            }
        } catch (IOException e) {
            throw new StartFailed("The simulator did not open our account: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while opening our account.", e);
        }
    }
}
