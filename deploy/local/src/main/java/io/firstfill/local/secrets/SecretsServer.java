package io.firstfill.local.secrets;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the endpoints of Vault that a program needs to log in and to read and rotate KV v2 secrets, on the loopback
 * address. A test can seal it, let it hang, revoke its tokens, and stop and start it.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">KV v2</a>
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/approle">AppRole</a>
 */
public final class SecretsServer {
    private final Vertx vertx;
    private final int port;
    private final TokenStore tokens;
    private final AuthEndpoints auth;
    private final SecretEndpoints secrets;
    private final VaultFaults faults = new VaultFaults();
    private volatile @Nullable HttpServer listening;

    public SecretsServer(Vertx vertx, int port, SecretStore store, List<AppRole> roles, InstantSource time) {
        this.tokens = new TokenStore(roles, time);
        this.vertx = vertx;
        this.port = port;
        this.auth = new AuthEndpoints(tokens);
        this.secrets = new SecretEndpoints(store, tokens);
    }

    /** Completes when the server listens. */
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        router.route().handler(faults::intercept);
        router.route().handler(BodyHandler.create(false).setBodyLimit(64 * 1024));
        auth.mount(router);
        secrets.mount(router);
        router.route()
                .handler(call -> VaultResponses.error(
                        call, 404, "no handler for route \"" + call.request().path() + "\""));
        router.route().failureHandler(call -> VaultResponses.error(call, 400, "failed to parse JSON input"));
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        return vertx.createHttpServer(options).requestHandler(router).listen().onSuccess(server -> listening = server);
    }

    /** Completes when connections are refused; {@link #start} serves the same secrets again, and knows no token. */
    public Future<Void> stop() {
        HttpServer server = listening;
        revokeTokens();
        return server == null ? Future.succeededFuture() : server.close();
    }

    /** What the server does instead of answering. */
    public VaultFaults faults() {
        return faults;
    }

    /** Makes every token invalid that was issued so far, as an operator does who revokes a role's tokens. */
    public void revokeTokens() {
        tokens.revokeAll();
    }
}
