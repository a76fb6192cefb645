package io.firstfill.simulator.control;

import io.firstfill.simulator.stream.StreamServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The open WebSockets: seen, and broken off. */
final class StreamRoutes {

    private final StreamServer streams;

    StreamRoutes(StreamServer streams) {
        this.streams = streams;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.GET, "/streams", 200, context -> streams.open());
        server.route(HttpMethod.DELETE, "/streams", 200, this::cut);
    }

    private List<StreamServer.Report> cut(RoutingContext context) {
        List<StreamServer.Report> before = streams.open();
        streams.cut(context.request().getParam("account"));
        return before;
    }
}
