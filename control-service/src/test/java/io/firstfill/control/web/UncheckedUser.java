package io.firstfill.control.web;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Fails for one user as Quarkus does for everybody while the identity provider does not answer. */
@ApplicationScoped
class UncheckedUser implements SecurityIdentityAugmentor {
    static final String NAME = "unchecked";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return !identity.isAnonymous() && NAME.equals(identity.getPrincipal().getName())
                ? Uni.createFrom().failure(new OIDCException("the realm at a secret address does not answer"))
                : Uni.createFrom().item(identity);
    }
}
