package io.firstfill.service.web;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets any valid token pass, to paths that no REST endpoint serves. The policy of Quarkus of the same meaning ends the
 * request with an empty 401; the failure of this one becomes a problem document.
 */
@ApplicationScoped
class SignedInPolicy implements HttpSecurityPolicy {
    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext authorization) {
        return identity.map(caller -> {
            if (caller.isAnonymous()) {
                throw new UnauthorizedException();
            }
            return CheckResult.PERMIT;
        });
    }
}
