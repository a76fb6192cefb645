package io.firstfill.local.secrets;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets with AES-256 in GCM under a key that is derived from a passphrase: PBKDF2 with HMAC-SHA-512 and
 * as many rounds as OWASP advises. Each sealing draws its own salt and nonce. The passphrase is kept in memory for as
 * long as the stack runs; without it the file is of no use.
 */
public final class PassphraseSealing implements Sealing {
    /** Shorter ones are guessed in a time that a thief has. */
    public static final int SHORTEST = 12;

    private static final String KEY = "PBKDF2WithHmacSHA512";
    /** OWASP Password Storage Cheat Sheet, 2023, for this function. */
    private static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final char[] passphrase;

    /** @throws IllegalArgumentException for a passphrase that is too short */
    public PassphraseSealing(char[] passphrase) {
        if (passphrase.length < SHORTEST) {
            throw new IllegalArgumentException("The passphrase must have at least " + SHORTEST + " characters.");
        }
        this.passphrase = passphrase.clone();
    }

    @Override
    public boolean encrypts() {
        return true;
    }

    @Override
    public String suffix() {
        return ".sealed";
    }

    @Override
    public String seal(String text) {
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, salt, nonce, ROUNDS).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new JsonObject()
                    .put("key", KEY)
                    .put("rounds", ROUNDS)
                    .put("salt", encoded(salt))
                    .put("nonce", encoded(nonce))
                    .put("sealed", encoded(sealed))
                    .encode();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets cannot be sealed", e);
        }
    }

    @Override
    public String open(String sealed) {
        JsonObject file = new JsonObject(sealed);
        int rounds = Math.max(1, Math.min(file.getInteger("rounds", ROUNDS), 100 * ROUNDS));
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, bytes(file, "salt"), bytes(file, "nonce"), rounds)
                    .doFinal(bytes(file, "sealed"));
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("The passphrase is wrong, or the file of the secrets was changed.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] nonce, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        SecretKey derived = SecretKeyFactory.getInstance(KEY).generateSecret(spec);
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonObject file, String key) {
        return Base64.getDecoder().decode(file.getString(key, ""));
    }

    @Override
    public String toString() {
        return "Sealing[passphrase]";
    }
}
