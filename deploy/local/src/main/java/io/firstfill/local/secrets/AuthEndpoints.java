package io.firstfill.local.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The endpoints for logging in with an AppRole, renewing, revoking and looking up a token, and Vault's health. */
final class AuthEndpoints {
    static final String TOKEN_HEADER = "X-Vault-Token";

    private final TokenStore tokens;

    AuthEndpoints(TokenStore tokens) {
        this.tokens = tokens;
    }

    void mount(Router router) {
        router.get("/v1/sys/health").handler(this::health);
        router.post("/v1/auth/approle/login").handler(this::login);
        router.put("/v1/auth/approle/login").handler(this::login);
        router.get("/v1/auth/token/lookup-self").handler(this::lookup);
        router.post("/v1/auth/token/renew-self").handler(this::renew);
        router.put("/v1/auth/token/renew-self").handler(this::renew);
        router.post("/v1/auth/token/revoke-self").handler(this::revoke);
        router.put("/v1/auth/token/revoke-self").handler(this::revoke);
    }

    /** The valid token that the request's header names. */
    static Optional<Token> caller(RoutingContext call, TokenStore tokens) {
        return Optional.ofNullable(call.request().getHeader(TOKEN_HEADER)).flatMap(tokens::find);
    }

    private void health(RoutingContext call) {
        VaultResponses.send(
                call,
                200,
                new JsonObject()
                        .put("initialized", true)
                        .put("sealed", false)
                        .put("standby", false)
                        .put("version", "firstfill-stand-in")
                        .put("server_time_utc", tokens.now().getEpochSecond()));
    }

    private void login(RoutingContext call) {
        JsonObject body = call.body().asJsonObject();
        Optional<Token> token = body == null
                ? Optional.empty()
                : tokens.login(body.getString("role_id", ""), body.getString("secret_id", ""));
        token.ifPresentOrElse(
                issued -> VaultResponses.auth(call, auth(issued)),
                () -> VaultResponses.error(call, 400, "invalid role or secret ID"));
    }

    private void renew(RoutingContext call) {
        caller(call, tokens)
                .ifPresentOrElse(token -> VaultResponses.auth(call, auth(tokens.renew(token))), () -> denied(call));
    }

    private void revoke(RoutingContext call) {
        caller(call, tokens)
                .ifPresentOrElse(
                        token -> {
                            tokens.revoke(token);
                            VaultResponses.noContent(call);
                        },
                        () -> denied(call));
    }

    private void lookup(RoutingContext call) {
        caller(call, tokens).ifPresentOrElse(token -> VaultResponses.data(call, lookupData(token)), () -> denied(call));
    }

    private static void denied(RoutingContext call) {
        VaultResponses.error(call, 403, "permission denied");
    }

    private JsonObject auth(Token token) {
        JsonArray policies = policies(token);
        return new JsonObject()
                .put("client_token", token.id())
                .put("accessor", token.accessor())
                .put("policies", policies)
                .put("token_policies", policies)
                .put("metadata", new JsonObject().put("role_name", token.display()))
                .put("lease_duration", token.secondsLeft(tokens.now()))
                .put("renewable", true)
                .put("entity_id", "")
                .put("token_type", "service")
                .put("orphan", true)
                .put("mfa_requirement", null)
                .put("num_uses", 0);
    }

    private JsonObject lookupData(Token token) {
        return new JsonObject()
                .put("id", token.id())
                .put("accessor", token.accessor())
                .put("display_name", token.display())
                .put("policies", policies(token))
                .put("creation_time", token.issued().getEpochSecond())
                .put("creation_ttl", Token.LEASE.toSeconds())
                .put("issue_time", token.issued().toString())
                .put("expire_time", token.expires().toString())
                .put("ttl", token.secondsLeft(tokens.now()))
                .put("explicit_max_ttl", 0)
                .put("num_uses", 0)
                .put("orphan", true)
                .put("renewable", true)
                .put("path", "auth/approle/login")
                .put("type", "service");
    }

    private static JsonArray policies(Token token) {
        return new JsonArray().add("default").add(token.policy().name());
    }
}
