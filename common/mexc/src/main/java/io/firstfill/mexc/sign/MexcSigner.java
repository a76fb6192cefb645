package io.firstfill.mexc.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with HMAC-SHA256 in lower-case hex; the exchange refuses upper case. Thread-safe and cheap: each
 * signature works on a clone of a keyed Mac that is itself never fed, so that signing takes no lock and no provider
 * look-up.
 */
public final class MexcSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private final MexcCredentials credentials;
    private final Mac keyed;

    public MexcSigner(MexcCredentials credentials) {
        this.credentials = credentials;
        this.keyed = keyed(credentials);
    }

    public String sign(String totalParams) {
        try {
            Mac mac = (Mac) keyed.clone();
            return HexFormat.of().formatHex(mac.doFinal(totalParams.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java's " + ALGORITHM + " cannot be cloned", e);
        }
    }

    /** Returns the query to send: the text that was signed, followed by its signature. */
    public String signed(QueryText query) {
        String text = query.text();
        return text + "&signature=" + sign(text);
    }

    /** Returns the API key, for the request header alone. */
    public String apiKey() {
        return credentials.apiKey();
    }

    /** Drops the exception of an unusable key on purpose: its message could show the key. */
    private static Mac keyed(MexcCredentials credentials) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(credentials.secretBytes(), ALGORITHM));
            return mac;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The secret is not usable as a key for " + ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
