package io.firstfill.testkit.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as the identity provider signs them, and tokens that look alike and must be refused. */
public final class TestTokens {
    public static final String AUDIENCE = "firstfill-api";

    private static final String KEY_ID = "test";
    /** In 2100: a token that is valid is valid whenever a test runs. */
    private static final long FAR = 4_102_444_800L;
    /** In 2020. */
    private static final long PAST = 1_577_836_800L;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = keys();
    private final String issuer;

    TestTokens(String issuer) {
        this.issuer = issuer;
    }

    /** A valid token of a user with one role. */
    public String of(String role) {
        return signed(KEY_ID, payload(role, AUDIENCE, FAR));
    }

    /** What must not let anybody in, by what is wrong with it; the token of an operator otherwise. */
    public Map<String, String> refused() {
        String valid = of("operator");
        String payload = payload("operator", AUDIENCE, FAR);
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("expired", signed(KEY_ID, payload("operator", AUDIENCE, PAST + 300)));
        refused.put("wrong audience", signed(KEY_ID, payload("operator", "another-api", FAR)));
        refused.put("wrong issuer", signed(KEY_ID, payload.replace(issuer, issuer + "x")));
        refused.put("tampered payload", replaced(valid, 1, encoded(payload("risk", AUDIENCE, FAR))));
        refused.put("tampered signature", replaced(valid, 2, "AAAA" + valid.substring(valid.lastIndexOf('.') + 5)));
        refused.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(payload) + ".");
        refused.put("alg None with a signature", replaced(valid, 0, encoded("{\"alg\":\"None\",\"kid\":\"test\"}")));
        refused.put("signed with the public key as a secret", hmac(payload));
        refused.put("opaque", "0123456789abcdef0123456789abcdef");
        refused.put("no token", "not.a.token");
        for (String garbage : List.of("....", "..", ".a.b", "a..b", "a.b.", "a.b", "{}.{}.{}", "W10.W10.W10", "*")) {
            refused.put("garbage " + garbage, garbage);
        }
        return refused;
    }

    /** A token whose key the identity provider has never published. */
    public String ofUnknownKey() {
        return new TestTokens(issuer).signed("unknown", payload("operator", AUDIENCE, FAR));
    }

    /** The private key, PKCS 8 in Base64, for tests that make tokens of their own. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /** The JSON Web Key Set with the public key. */
    String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private String payload(String role, String audience, long expiry) {
        return "{\"iss\":\"%6$s\",\"sub\":\"7b3f\",\"preferred_username\":\"%1$s-user\",\"aud\":\"%2$s\",\"iat\":%3$d,\"exp\":%4$d,%5$s}"
                .formatted(role, audience, PAST, expiry, roles(role), issuer);
    }

    private static String roles(String role) {
        return "\"realm_access\":{\"roles\":[\"%s\"]}".formatted(role);
    }

    private String signed(String keyId, String payload) {
        String content =
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "." + encoded(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a service accepts that lets the token choose the algorithm, and takes its public key for the secret. */
    private String hmac(String payload) {
        String content = encoded("{\"alg\":\"HS256\",\"kid\":\"" + KEY_ID + "\"}") + "." + encoded(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replaced(String token, int part, String by) {
        String[] parts = token.split("\\.", -1);
        parts[part] = by;
        return String.join(".", parts);
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, magnitude, 0, magnitude.length);
        return BASE64.encodeToString(magnitude);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
