package io.firstfill.local.secrets;

import io.firstfill.local.secrets.Policy.Capability;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** The endpoints of the KV v2 secrets engine, mounted at {@code secret}. */
final class SecretEndpoints {
    private static final String DATA = "/v1/secret/data/";
    private static final String METADATA = "/v1/secret/metadata/";

    private final SecretStore store;
    private final TokenStore tokens;

    SecretEndpoints(SecretStore store, TokenStore tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    void mount(Router router) {
        router.get(DATA + "*").handler(call -> allowed(call, DATA, Capability.READ, this::read));
        router.post(DATA + "*").handler(call -> allowed(call, DATA, Capability.WRITE, this::write));
        router.put(DATA + "*").handler(call -> allowed(call, DATA, Capability.WRITE, this::write));
        router.delete(DATA + "*").handler(call -> allowed(call, DATA, Capability.DELETE, this::deleteNewest));
        router.get(METADATA + "*").handler(call -> allowed(call, METADATA, Capability.READ, this::metadata));
        router.delete(METADATA + "*").handler(call -> allowed(call, METADATA, Capability.DELETE, this::deleteAll));
    }

    /**
     * Checks the policy before it looks up the secret: a caller without access does not learn whether the secret
     * exists.
     */
    private void allowed(
            RoutingContext call, String mount, Capability capability, BiConsumer<RoutingContext, String> action) {
        String request = call.request().path();
        String path = request.substring("/v1/".length());
        boolean allowed = AuthEndpoints.caller(call, tokens)
                .filter(token -> token.policy().allows(capability, path))
                .isPresent();
        if (allowed) {
            action.accept(call, request.substring(mount.length()));
        } else {
            VaultResponses.error(call, 403, "permission denied");
        }
    }

    private void read(RoutingContext call, String path) {
        String requested = call.request().getParam("version", "0");
        if (!requested.matches("\\d{1,9}")) {
            VaultResponses.error(call, 400, "Field validation failed: error converting input for field \"version\"");
            return;
        }
        int number = Integer.parseInt(requested);
        int shown = number == 0 ? store.currentVersion(path) : number;
        store.version(path, number)
                .ifPresentOrElse(version -> answer(call, version, shown), () -> VaultResponses.notFound(call));
    }

    private static void answer(RoutingContext call, JsonObject version, int number) {
        JsonObject data = new JsonObject()
                .put("data", version.getJsonObject("data"))
                .put("metadata", dates(version).put("custom_metadata", null).put("version", number));
        if (version.containsKey("data")) {
            VaultResponses.data(call, data);
        } else {
            VaultResponses.deleted(call, data);
        }
    }

    private void write(RoutingContext call, String path) {
        JsonObject body = call.body().asJsonObject();
        JsonObject data = body == null ? null : body.getJsonObject("data");
        if (body == null || data == null) {
            VaultResponses.error(call, 400, "no data provided");
            return;
        }
        Integer expected = body.getJsonObject("options", new JsonObject()).getInteger("cas");
        if (expected != null && expected != store.currentVersion(path)) {
            VaultResponses.error(call, 400, "check-and-set parameter did not match the current version");
            return;
        }
        int number = store.write(path, data, tokens.now());
        store.version(path, number)
                .ifPresent(version -> VaultResponses.data(
                        call, dates(version).put("custom_metadata", null).put("version", number)));
    }

    private void deleteNewest(RoutingContext call, String path) {
        store.deleteNewest(path, tokens.now());
        VaultResponses.noContent(call);
    }

    private void deleteAll(RoutingContext call, String path) {
        store.deleteAll(path);
        VaultResponses.noContent(call);
    }

    private void metadata(RoutingContext call, String path) {
        int current = store.currentVersion(path);
        if (current == 0) {
            VaultResponses.notFound(call);
            return;
        }
        JsonObject versions = new JsonObject();
        for (int number = 1; number <= current; number++) {
            JsonObject version = store.version(path, number).orElseThrow();
            versions.put(Integer.toString(number), dates(version));
        }
        VaultResponses.data(
                call,
                new JsonObject()
                        .put("cas_required", false)
                        .put("created_time", created(versions, 1))
                        .put("current_version", current)
                        .put("custom_metadata", null)
                        .put("delete_version_after", "0s")
                        .put("max_versions", 0)
                        .put("oldest_version", 1)
                        .put("updated_time", created(versions, current))
                        .put("versions", versions));
    }

    private static String created(JsonObject versions, int number) {
        return versions.getJsonObject(Integer.toString(number)).getString("created_time");
    }

    private static JsonObject dates(JsonObject version) {
        return new JsonObject()
                .put("created_time", version.getString("created_time"))
                .put("deletion_time", version.getString("deletion_time", ""))
                .put("destroyed", false);
    }
}
