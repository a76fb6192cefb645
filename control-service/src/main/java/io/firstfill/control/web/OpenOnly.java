package io.firstfill.control.web;

import io.firstfill.service.kafka.InboxState;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Before the past is read back, every answer would be from half a memory: 503 instead. */
class OpenOnly {
    private final InboxState inbox;

    OpenOnly(InboxState inbox) {
        this.inbox = inbox;
    }

    @ServerRequestFilter
    Optional<Response> closed(ContainerRequestContext request) {
        return inbox.isOpen()
                ? Optional.empty()
                : Optional.of(Problems.unavailable("starting", "The service reads back what happened; try again")
                        .toResponse());
    }
}
