package io.firstfill.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.Effect;
import io.firstfill.simulator.fault.FaultRule;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.rest.MexcServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes for switches, faults, rate limits, the clock and health. */
final class BehaviourRoutes {

    record Jump(@Nullable Long millis) {}

    record Health(String status, Instant machineTime, Instant serverTime, int listings, int faults) {}

    private final Exchange exchange;
    private final FaultRules faults;
    private final MexcServer mexc;

    BehaviourRoutes(Exchange exchange, FaultRules faults, MexcServer mexc) {
        this.exchange = exchange;
        this.faults = faults;
        this.mexc = mexc;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.GET, "/health", 200, context -> health());
        server.route(
                HttpMethod.GET,
                "/behaviour",
                200,
                context -> exchange.behaviours().exchange());
        server.route(HttpMethod.PATCH, "/behaviour", 200, this::patchExchange);
        server.route(
                HttpMethod.GET,
                "/behaviour/:symbol",
                200,
                context -> exchange.behaviours().of(context.pathParam("symbol")));
        server.route(HttpMethod.PATCH, "/behaviour/:symbol", 200, this::patchPair);
        server.route(HttpMethod.POST, "/clock/jumps", 200, this::jump);
        server.route(HttpMethod.GET, "/faults", 200, context -> faults.all());
        server.route(HttpMethod.POST, "/faults", 201, this::inject);
        server.route(HttpMethod.DELETE, "/faults/:id", 200, this::remove);
        server.route(HttpMethod.DELETE, "/faults", 200, context -> removeAll());
        server.route(HttpMethod.DELETE, "/violations", 200, context -> clearViolations());
    }

    private Health health() {
        ClockReading now = exchange.now();
        return new Health(
                "UP",
                ServerClock.instant(now.machineMicros()),
                ServerClock.instant(now.serverMicros()),
                exchange.listings().all().size(),
                faults.all().size());
    }

    private Behaviour patchExchange(RoutingContext context) {
        exchange.now();
        exchange.patchBehaviour(ControlServer.read(context, ObjectNode.class));
        return exchange.behaviours().exchange();
    }

    private Health jump(RoutingContext context) {
        Long millis = ControlServer.read(context, Jump.class).millis();
        if (millis == null) {
            throw new IllegalArgumentException("millis is required");
        }
        exchange.now();
        exchange.clock().jump(millis);
        return health();
    }

    private Behaviour patchPair(RoutingContext context) {
        String symbol = context.pathParam("symbol");
        exchange.behaviours().patch(symbol, ControlServer.read(context, ObjectNode.class));
        return exchange.behaviours().of(symbol);
    }

    private FaultRules.Report inject(RoutingContext context) {
        FaultRule rule = ControlServer.read(context, FaultRule.class);
        if (rule.effect() instanceof Effect.OverrideBehaviour override) {
            exchange.behaviours().check(override.behaviour());
        }
        return faults.inject(rule);
    }

    private List<FaultRules.Report> remove(RoutingContext context) {
        String id = context.pathParam("id");
        if (!faults.remove(id)) {
            throw new NotFoundException("no fault " + id);
        }
        return faults.all();
    }

    private List<FaultRules.Report> removeAll() {
        faults.clear();
        return faults.all();
    }

    private Health clearViolations() {
        mexc.clearViolations();
        return health();
    }
}
