package io.firstfill.service.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The token that an operation wants, and the roles of which its caller needs one. */
final class Tokens {
    private static final String SCHEME = "bearerToken";

    private Tokens() {}

    static void define(Components components) {
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "An access token of the identity provider, whose OpenID Connect configuration is at"
                                        + " /auth/realms/firstfill/.well-known/openid-configuration of the same origin"));
    }

    /**
     * States the token and the roles. The scopes of a requirement would all be needed, so the roles stand in the
     * extension {@code x-roles} and in the description.
     *
     * @return whether the operation is open to everybody
     */
    static boolean require(Operation operation) {
        List<String> roles = Optional.ofNullable(operation.getSecurity()).orElse(List.of()).stream()
                .map(SecurityRequirement::getSchemes)
                .flatMap(schemes -> schemes.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (roles.isEmpty()) {
            operation.setSecurity(List.of());
            return true;
        }
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        operation.addExtension("x-roles", roles);
        String needed = "Needs " + (roles.size() == 1 ? "the role " : "one of the roles ") + String.join(", ", roles);
        operation.setDescription(Stream.of(Optional.ofNullable(operation.getDescription()), Optional.of(needed))
                .flatMap(Optional::stream)
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .reduce((text, end) -> text + ". " + end)
                .orElse(needed));
        return false;
    }
}
