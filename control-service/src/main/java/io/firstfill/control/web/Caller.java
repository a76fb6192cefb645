package io.firstfill.control.web;

import io.firstfill.contract.value.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The caller of the current request, its idempotency key and its If-Match version. */
@RequestScoped
public class Caller {
    static final String KEY = "Idempotency-Key";
    static final int LONGEST_KEY = 200;
    private static final Pattern KEY_SHAPE = Pattern.compile("(?! *$)[\\x20-\\x7e]{1," + LONGEST_KEY + "}");
    private static final Pattern ENTITY_TAG = Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]{0,200}\"");
    private static final Pattern VERSION = Pattern.compile("\"[1-9][0-9]{0,8}\"");
    private static final Pattern VERSION_OR_NONE = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    Caller(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
    }

    /** Returns the actor of the token's preferred_username; throws a problem when no record can carry that name. */
    public Actor actor() {
        try {
            return Actor.of(identity.getPrincipal().getName());
        } catch (IllegalArgumentException e) {
            throw Problems.forbidden(
                    "The user name of the token cannot be recorded: it must have 1 to 120 printable characters");
        }
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
        if (!version.matcher(match.strip()).matches()) {
            throw Problems.preconditionFailed("If-Match must be the ETag of one version, such as \"3\"");
        }
        return Integer.parseInt(match.strip().replace("\"", ""));
    }
}
