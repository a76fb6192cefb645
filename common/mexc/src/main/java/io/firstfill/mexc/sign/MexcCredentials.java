package io.firstfill.mexc.sign;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.nio.charset.StandardCharsets;

/**
 * An API key and its secret (FR-002). Credentials are never printed, never written as JSON and never compared. The
 * secret leaves this package only as signatures.
 */
public final class MexcCredentials implements JsonSerializable {

    private final String apiKey;
    private final String secret;

    public MexcCredentials(String apiKey, String secret) {
        this.apiKey = headerSafe(requireNonNull(apiKey, "apiKey"));
        this.secret = requireNonNull(secret, "secret");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret is blank");
        }
    }

    /** Returns the API key, for the request header alone. */
    public String apiKey() {
        return apiKey;
    }

    byte[] secretBytes() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String headerSafe(String key) {
        if (key.isBlank() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("The API key is blank or holds characters no header may carry");
        }
        return key;
    }

    @Override
    public String toString() {
        return "MexcCredentials[hidden]";
    }

    @Override
    public void serialize(JsonGenerator gen, SerializerProvider serializers) throws JsonMappingException {
        throw JsonMappingException.from(gen, "Credentials are not written as JSON");
    }

    @Override
    public void serializeWithType(JsonGenerator gen, SerializerProvider serializers, TypeSerializer typeSer)
            throws JsonMappingException {
        serialize(gen, serializers);
    }
}
