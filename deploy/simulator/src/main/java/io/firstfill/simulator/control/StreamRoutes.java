package io.firstfill.simulator.control;

import io.firstfill.simulator.stream.StreamServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Routes for the open WebSockets: list and disconnect. */
final class StreamRoutes {

    private final StreamServer streams;

    StreamRoutes(StreamServer streams) {
        this.streams = streams;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.GET, "/streams", 200, context -> streams.open());
        server.route(HttpMethod.DELETE, "/streams", 200, this::disconnect);
    }

    private List<StreamServer.Report> disconnect(RoutingContext context) {
        List<StreamServer.Report> before = streams.open();
        streams.disconnect(context.request().getParam("account"));
        return before;
    }
}
