package io.firstfill.local.component;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Opens the trader's account of each environment at the exchange simulator, at every start: the simulator keeps nothing
 * over a restart.
 */
public record SimulatorAccount(Ports ports) {
    /** In USDT. */
    private static final String BALANCE = "100000";

    /**
     * @param environment the name of the environment, which becomes that of the account
     * @param credentials {@code api-key} and {@code secret-key}, as the secrets store holds them
     */
    public void open(String environment, JsonObject credentials) {
        JsonObject account = new JsonObject()
                .put("name", environment)
                .put("apiKey", credentials.getString("api-key"))
                .put("secret", credentials.getString("secret-key"))
                .put("balances", new JsonObject().put("USDT", BALANCE));
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ports.localUrl(ports.simulatorControl()) + "/accounts"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(account.encode()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new StartFailedException("The simulator did not open our account: HTTP " + status + ".");
            }
        } catch (IOException e) {
            throw new StartFailedException("The simulator did not open our account: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while opening our account.", e);
        }
    }
}
