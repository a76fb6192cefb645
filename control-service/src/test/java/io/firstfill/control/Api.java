package io.firstfill.control;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests to control's API, with tokens as the identity provider issues them. */
public final class Api {
    public static final String ROOT = "/api/control/v1";

    private Api() {}

    public static RequestSpecification operator() {
        return as("olivia", "operator");
    }

    public static RequestSpecification viewer() {
        return as("vera", "viewer");
    }

    public static RequestSpecification risk() {
        return as("rita", "risk");
    }

    private static RequestSpecification as(String name, String role) {
        return bearer(token(name, role, "firstfill-api"));
    }

    public static RequestSpecification bearer(String token) {
        return anonymous().auth().oauth2(token);
    }

    public static RequestSpecification anonymous() {
        return given().basePath(ROOT).contentType(ContentType.JSON);
    }

    /** A token of a service account, which names its client and no user. */
    public static String serviceAccount(String client, String role) {
        return signed(Jwt.claim("client_id", client).claim("azp", client), role, "firstfill-api");
    }

    /** A token of a person's session, whose client has not asked for the user name. */
    public static String withoutUserName(String client, String role) {
        return signed(Jwt.claim("azp", client).claim("sid", "5e55"), role, "firstfill-api");
    }

    public static String token(String name, String role, String audience) {
        return signed(Jwt.preferredUserName(name), role, audience);
    }

    private static String signed(JwtClaimsBuilder claims, String role, String audience) {
        return claims.subject("7b3f")
                .audience(audience)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .issuer(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class))
                .expiresIn(60)
                .jws()
                .keyId("test")
                .sign(key());
    }

    private static PrivateKey key() {
        String text = ConfigProvider.getConfig().getValue("test.private-key", String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
