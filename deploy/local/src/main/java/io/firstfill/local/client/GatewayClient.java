package io.firstfill.local.client;

import io.firstfill.local.config.Ports;
import io.firstfill.local.identity.AccessTokens;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls the control and ledger APIs through the gateway as one user, with a token from the identity provider. */
public final class GatewayClient {
    private static final String CONTROL = "/api/control/v1";
    private static final String LEDGER = "/api/ledger/v1";

    private final JsonHttpClient http;
    private final Supplier<String> token;

    private GatewayClient(JsonHttpClient http, Supplier<String> token) {
        this.http = http;
        this.token = token;
    }

    /** @param user viewer, operator, risk or founder */
    public static GatewayClient of(Stack stack, String user) {
        return new GatewayClient(new JsonHttpClient(stack.origin()), () -> stack.token(user));
    }

    /** A client of a stack that runs in another process; {@code user} as above. */
    public static GatewayClient at(Ports ports, String user) {
        AccessTokens tokens = new AccessTokens(ports);
        return new GatewayClient(new JsonHttpClient(URI.create(ports.origin())), () -> tokens.of(user));
    }

    /** A client that sends the given token; none when it is empty. */
    public static GatewayClient withToken(Stack stack, String token) {
        return new GatewayClient(new JsonHttpClient(stack.origin()), () -> token);
    }

    public JsonResponse control(String method, String path, @Nullable JsonObject body) {
        return call(method, CONTROL + path, Map.of(), body);
    }

    public JsonResponse control(String method, String path, Map<String, String> headers, @Nullable JsonObject body) {
        return call(method, CONTROL + path, headers, body);
    }

    public JsonResponse ledger(String path) {
        return call("GET", LEDGER + path, Map.of(), null);
    }

    /**
     * All items of a list in the ledger's API, page after page.
     *
     * @param path the path with a filter, such as {@code /orders?environment=paper}
     */
    public List<JsonObject> everyItem(String path) {
        List<JsonObject> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonResponse page = ledger(path + "&limit=500" + cursor).expect(200);
            items.addAll(page.items());
            String next = page.json().getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return items;
    }

    /** The failing items in an environment's start-up gate; empty when a run may be started. */
    public List<JsonObject> failingGateItems(String environment) {
        JsonObject report = control("GET", "/readiness", null).expect(200).json();
        return objects(report.getJsonArray("environments"))
                .filter(gate -> environment.equals(gate.getString("environment")))
                .flatMap(gate -> objects(gate.getJsonArray("items")))
                .filter(item -> !item.getBoolean("ok"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private JsonResponse call(String method, String path, Map<String, String> headers, @Nullable JsonObject body) {
        Map<String, String> all = new HashMap<>(headers);
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            all.put("Authorization", "Bearer " + bearer);
        }
        return http.send(method, path, all, body);
    }
}
