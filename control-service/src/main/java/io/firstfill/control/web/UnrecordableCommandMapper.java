package io.firstfill.control.web;

import io.firstfill.control.command.UnrecordableCommandException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a command that no service could read with 400. */
class UnrecordableCommandMapper {
    private static final Logger LOG = Logger.getLogger(UnrecordableCommandMapper.class);

    @ServerExceptionMapper
    Response map(UnrecordableCommandException failure) {
        LOG.errorf(failure, "Command refused, because its record could not be read back");
        return Problems.unrecordable().toResponse();
    }
}
