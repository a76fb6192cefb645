package io.firstfill.control.web;

import io.firstfill.contract.value.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, its idempotency key and its If-Match version. */
@RequestScoped
public class Caller {
    static final String KEY = "Idempotency-Key";
    static final int LONGEST_KEY = 200;
    private static final String USER = "preferred_username";
    private static final Pattern KEY_SHAPE = Pattern.compile("(?! *$)[\\x20-\\x7e]{1," + LONGEST_KEY + "}");
    private static final Pattern ENTITY_TAG = Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]{0,200}\"");
    /** A version, perhaps with the digest of what is shown beside it. */
    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,8})(-[0-9a-f]{16})?\"");

    private static final Pattern VERSION_OR_NONE = Pattern.compile("\"(0|[1-9][0-9]{0,8})(-[0-9a-f]{16})?\"");

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    Caller(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
    }

    /**
     * Returns the actor that the token names: its user, or the client for a service account, whose token may have no
     * user name. Throws a problem when no record can carry that name.
     */
    public Actor actor() {
        try {
            return Actor.of(name());
        } catch (IllegalArgumentException e) {
            throw Problems.forbidden(
                    "The user name of the token cannot be recorded: it must have 1 to 120 printable characters");
        }
    }

    private String name() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return identity.getPrincipal().getName();
        }
        return Stream.<@Nullable Object>of(token.getClaim(USER), token.getClaim("client_id"), client(token))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow(() -> Problems.forbidden("The token names neither a user nor a service account"));
    }

    /** A token of a session belongs to a person, and no person acts under the name of a client. */
    private static @Nullable Object client(JsonWebToken token) {
        return token.containsClaim("sid") ? null : token.getClaim("azp");
    }

    /** Throws a problem with this detail unless the caller has the role risk. */
    void requireRisk(String detail) {
        if (!identity.hasRole(Access.RISK)) {
            throw Problems.forbidden(detail);
        }
    }

    /** Returns the Idempotency-Key; throws a problem when it is blank, too long or not ASCII. */
    public Optional<String> key() {
        Optional<String> key = Optional.ofNullable(headers.getHeaderString(KEY));
        if (key.filter(text -> !KEY_SHAPE.matcher(text).matches()).isPresent()) {
            throw Problems.badHeader(KEY, "must have 1 to " + LONGEST_KEY + " printable ASCII characters");
        }
        return key;
    }

    /** Returns whether the caller holds what this ETag names already, by weak comparison. */
    boolean hasCurrent(String tag) {
        String match = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return match != null
                && Arrays.stream(match.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals("\"" + tag + "\""));
    }

    /** Returns the version of the If-Match header, from 1. */
    public int expectedVersion() {
        return expected(VERSION);
    }

    /** Returns the version of the If-Match header, from 1; empty without that header. */
    Optional<Integer> expectedVersionIfNamed() {
        return headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                ? Optional.empty()
                : Optional.of(expected(VERSION));
    }

    /** Returns the version of the If-Match header, 0 for what does not exist yet. */
    int expectedVersionOrNone() {
        return expected(VERSION_OR_NONE);
    }

    /**
     * Returns the version of the If-Match header. A change without this header is refused with 428; an entity tag that
     * is no version fails the precondition, and any other text is refused with 400.
     */
    private int expected(Pattern version) {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match == null) {
            throw Problems.preconditionRequired();
        }
        if (!ENTITY_TAG.matcher(match.strip()).matches()) {
            throw Problems.badHeader(HttpHeaders.IF_MATCH, "must be the ETag of one version, such as \"3\"");
        }
        Matcher named = version.matcher(match.strip());
        if (!named.matches()) {
            throw Problems.preconditionFailed("If-Match must be the ETag of one version, such as \"3\"");
        }
        return Integer.parseInt(named.group(1));
    }
}
