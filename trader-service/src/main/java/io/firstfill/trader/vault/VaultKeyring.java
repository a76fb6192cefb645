package io.firstfill.trader.vault;

import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.credential.Keyring;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Reads the credential from Vault's KV v2 engine. Of an answer or an error only its kind is passed on: both may hold
 * the secret.
 */
@ApplicationScoped
class VaultKeyring implements Keyring {
    private static final String API_KEY = "api-key";
    private static final String SECRET_KEY = "secret-key";
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int NOT_FOUND = 404;

    /** Created at the first reading, so that a faulty setting cannot keep the service from reading stops. */
    private final Instance<VaultClient> vault;

    private final String mount;

    VaultKeyring(Instance<VaultClient> vault, VaultSettings settings) {
        this.vault = vault;
        this.mount = settings.mount();
    }

    @Override
    public Uni<KeyReading> read(String path) {
        return Uni.createFrom()
                .completionStage(() -> vault.get().secrets().kv2(mount).readSecret(path))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(VaultKeyring::reading)
                .onFailure()
                .recoverWithItem(VaultKeyring::failed);
    }

    private static KeyReading reading(VaultSecretsKV2ReadSecretData secret) {
        Map<String, Object> values = secret.getData();
        Object apiKey = values == null ? null : values.get(API_KEY);
        Object secretKey = values == null ? null : values.get(SECRET_KEY);
        if (!(apiKey instanceof String key) || !(secretKey instanceof String hidden)) {
            return new KeyReading.Missing("the secret lacks " + API_KEY + " or " + SECRET_KEY);
        }
        try {
            OffsetDateTime stored = secret.getMetadata().getCreatedTime();
            return new KeyReading.Present(
                    secret.getMetadata().getVersion(),
                    new MexcCredentials(key, hidden),
                    stored == null ? null : stored.toInstant());
        } catch (IllegalArgumentException unusable) {
            return new KeyReading.Missing("the secret is not usable as a key");
        }
    }

    private static KeyReading failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof VaultClientException answered && answered.getStatus() == NOT_FOUND) {
            return new KeyReading.Missing("no secret at the path");
        }
        return new KeyReading.Unreachable(cause.getClass().getSimpleName());
    }
}
