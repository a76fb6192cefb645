package io.firstfill.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.rest.ArrivalLog;
import io.firstfill.simulator.rest.MexcServer;
import io.firstfill.simulator.stream.StreamServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The REST API of the control port. Errors are problem details (RFC 9457). */
public final class ControlServer {

    private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());

    private final Router router;

    public ControlServer(
            Vertx vertx,
            Exchange exchange,
            FaultRules faults,
            ArrivalLog arrivals,
            MexcServer mexc,
            StreamServer streams) {
        router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        new AccountRoutes(exchange).mount(this);
        new ListingRoutes(exchange).mount(this);
        new ActivityRoutes(exchange, arrivals).mount(this);
        new BehaviourRoutes(exchange, faults, mexc).mount(this);
        new StreamRoutes(streams).mount(this);
        router.errorHandler(404, context -> problem(context, 404, "no such resource"));
        router.errorHandler(405, context -> problem(context, 405, "method not allowed here"));
    }

    public Router router() {
        return router;
    }

    /** Adds a route that answers the result of the action as JSON; a null result becomes status 204. */
    void route(HttpMethod method, String path, int status, Function<RoutingContext, @Nullable Object> action) {
        router.route(method, path).handler(context -> {
            try {
                Object result = action.apply(context);
                answer(context, result == null ? 204 : status, result);
            } catch (NotFoundException missing) {
                problem(context, 404, missing.getMessage());
            } catch (ConflictException conflict) {
                problem(context, 409, conflict.getMessage());
            } catch (IllegalArgumentException invalid) {
                problem(context, 400, invalid.getMessage());
            } catch (RuntimeException bug) {
                LOG.log(System.Logger.Level.ERROR, "control request failed: " + method + " " + path, bug);
                problem(context, 500, "internal error");
            }
        });
    }

    static <T> T read(RoutingContext context, Class<T> type) {
        try {
            String body = context.body().asString();
            return Json.STRICT.readValue(body == null || body.isBlank() ? "{}" : body, type);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("body: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static void answer(RoutingContext context, int status, @Nullable Object result) {
        context.response().setStatusCode(status);
        if (result == null) {
            context.response().end();
            return;
        }
        context.response().putHeader("Content-Type", "application/json");
        context.response().end(Json.MAPPER.valueToTree(result).toString());
    }

    private static void problem(RoutingContext context, int status, @Nullable String detail) {
        ObjectNode problem = Json.MAPPER
                .createObjectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("detail", detail);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toString());
    }
}
