package io.firstfill.local.secrets;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;

/**
 * Serves the endpoints of Vault that a program needs to log in and to read and rotate KV v2 secrets, on the loopback
 * address.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">KV v2</a>
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/approle">AppRole</a>
 */
public final class SecretsServer {
    private final Vertx vertx;
    private final int port;
    private final AuthEndpoints auth;
    private final SecretEndpoints secrets;

    public SecretsServer(Vertx vertx, int port, SecretStore store, List<AppRole> roles, InstantSource time) {
        TokenStore tokens = new TokenStore(roles, time);
        this.vertx = vertx;
        this.port = port;
        this.auth = new AuthEndpoints(tokens);
        this.secrets = new SecretEndpoints(store, tokens);
    }

    /** Completes when the server listens. */
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(64 * 1024));
        auth.mount(router);
        secrets.mount(router);
        router.route()
                .handler(call -> VaultResponses.error(
                        call, 404, "no handler for route \"" + call.request().path() + "\""));
        router.route().failureHandler(call -> VaultResponses.error(call, 400, "failed to parse JSON input"));
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        return vertx.createHttpServer(options).requestHandler(router).listen();
    }
}
