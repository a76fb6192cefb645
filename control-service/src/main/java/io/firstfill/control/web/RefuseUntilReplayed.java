package io.firstfill.control.web;

import io.firstfill.service.kafka.InboxState;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests with 503 until the replay is complete: before that, a response would come from incomplete books. */
class RefuseUntilReplayed {
    private final InboxState inbox;

    RefuseUntilReplayed(InboxState inbox) {
        this.inbox = inbox;
    }

    @ServerRequestFilter
    Optional<Response> refuse(ContainerRequestContext request) {
        return inbox.isOpen()
                ? Optional.empty()
                : Optional.of(Problems.unavailable("starting", "The service replays its topics; try again")
                        .toResponse());
    }
}
