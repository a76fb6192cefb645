package io.firstfill.control.web;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start without an identity provider, because no caller could be identified. */
@Startup
@ApplicationScoped
class RealmRequired {
    RealmRequired(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> realm,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key) {
        if (realm.isEmpty() && key.isEmpty()) {
            throw new IllegalStateException(
                    "No identity provider is configured: set quarkus.oidc.auth-server-url to its realm");
        }
    }
}
