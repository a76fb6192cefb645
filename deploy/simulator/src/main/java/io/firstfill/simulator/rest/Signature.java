package io.firstfill.simulator.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a call: HMAC-SHA256 over the concatenation of query string and body, in lower-case hex. A signed
 * text with a percent escape in lower case never matches.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern LOWER_CASE_ESCAPE = Pattern.compile("%([0-9A-Fa-f]?[a-f]|[a-f])");

    private Signature() {}

    static String of(String secret, String totalParams) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(totalParams.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", missing);
        }
    }

    static String signedText(Call call) {
        return withoutSignature(call.rawQuery()) + withoutSignature(call.body());
    }

    static boolean matches(Call call, String secret, String signature) {
        String signed = signedText(call);
        return !LOWER_CASE_ESCAPE.matcher(signed).find()
                && MessageDigest.isEqual(
                        of(secret, signed).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutSignature(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .filter(part -> !part.startsWith("signature="))
                .collect(Collectors.joining("&"));
    }
}
