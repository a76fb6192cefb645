package io.firstfill.control.web;

import io.firstfill.contract.value.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** The caller of the current request, its idempotency key and its If-Match version. */
@RequestScoped
class Caller {
    private static final int LONGEST_KEY = 200;

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    Caller(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
    }

    /** Returns the actor of the token's preferred_username. */
    Actor actor() {
        return Actor.of(identity.getPrincipal().getName());
    }

    /** Returns the Idempotency-Key; throws a problem when it is blank or too long. */
    Optional<String> key() {
        Optional<String> key = Optional.ofNullable(headers.getHeaderString("Idempotency-Key"));
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw Problems.badHeader("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    /** Returns the version of the If-Match header. A change without this header is refused with 428. */
    int expectedVersion() {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match == null) {
            throw Problems.preconditionRequired();
        }
        if (!match.strip().matches("\"[1-9][0-9]{0,8}\"")) {
            throw Problems.preconditionFailed("If-Match must be the ETag of one version, such as \"3\"");
        }
        return Integer.parseInt(match.strip().replace("\"", ""));
    }
}
