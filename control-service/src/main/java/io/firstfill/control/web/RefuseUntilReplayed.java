package io.firstfill.control.web;

import io.firstfill.service.kafka.InboxState;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests with 503 until the replay is complete: before that, a response would come from incomplete books. A
 * change of the trading state passes, because a halt needs no book; its endpoint refuses to loosen meanwhile.
 */
class RefuseUntilReplayed {
    private final InboxState inbox;

    RefuseUntilReplayed(InboxState inbox) {
        this.inbox = inbox;
    }

    @ServerRequestFilter
    Optional<Response> refuse(ContainerRequestContext request) {
        return inbox.isOpen() || isTradingState(request)
                ? Optional.empty()
                : Optional.of(Problems.starting().toResponse());
    }

    private static boolean isTradingState(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.PUT)
                && request.getUriInfo().getPath().endsWith("/trading-state");
    }
}
