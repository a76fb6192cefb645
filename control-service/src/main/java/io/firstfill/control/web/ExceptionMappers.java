package io.firstfill.control.web;

import io.firstfill.control.command.UnrecordableCommandException;
import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers failures that no resource handles itself with the problem documents of all refusals. */
class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** A command that no service could read. */
    @ServerExceptionMapper
    Response map(UnrecordableCommandException failure) {
        LOG.errorf(failure, "Command refused, because its record could not be read back");
        return Problems.unrecordable().toResponse();
    }

    /** No token can be checked, because the identity provider has not answered yet. */
    @ServerExceptionMapper
    Response map(OIDCException failure) {
        return Problems.unavailable("identity-provider", "The identity provider does not answer; try again")
                .toResponse();
    }
}
