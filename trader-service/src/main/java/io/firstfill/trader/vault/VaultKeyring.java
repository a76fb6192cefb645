package io.firstfill.trader.vault;

import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.service.guard.PeerGuard;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.credential.Keyring;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads the credential from Vault's KV v2 engine, behind a time limit, a bulkhead and a circuit breaker that all
 * environments share. Of an answer or an error only its kind is passed on: both may hold the secret.
 */
@ApplicationScoped
class VaultKeyring implements Keyring {
    private static final String API_KEY = "api-key";
    private static final String SECRET_KEY = "secret-key";

    /** Created at the first reading, so that a faulty setting cannot keep the service from reading stops. */
    private final Supplier<VaultClient> vault;

    private final String mount;
    private final PeerGuard guard;
    /** Why the last call for a path failed: stays its reason while the circuit breaker lets none through. */
    private final Map<String, String> lastFailures = new ConcurrentHashMap<>();

    @Inject
    VaultKeyring(Instance<VaultClient> vault, VaultSettings settings) {
        this(vault::get, settings);
    }

    VaultKeyring(Supplier<VaultClient> vault, VaultSettings settings) {
        this.vault = vault;
        this.mount = settings.mount();
        this.guard = new PeerGuard("vault", settings.timeout(), settings.guard());
    }

    @Override
    public Uni<KeyReading> read(String path) {
        return guard.call(() -> ask(path))
                .invoke(() -> lastFailures.remove(path))
                .onFailure()
                .recoverWithItem(failure -> unreachable(path, failure));
    }

    /**
     * An absent secret and a refused path are answers: they must not open the circuit breaker, which would keep other
     * environments from their keys. The client has logged in anew before it passes a refusal on.
     */
    private Uni<KeyReading> ask(String path) {
        return Uni.createFrom()
                .completionStage(() -> vault.get().secrets().kv2(mount).readSecret(path))
                .map(VaultKeyring::reading)
                .onFailure(VaultFailure::isAbsence)
                .recoverWithItem(new KeyReading.Missing("no secret at the path"))
                .onFailure(VaultFailure::isRefusedPath)
                .recoverWithItem(failure -> new KeyReading.Unreachable(VaultFailure.describe(failure)));
    }

    private KeyReading unreachable(String path, Throwable failure) {
        String known = lastFailures.get(path);
        if (known != null && PeerGuard.isNotAsked(failure)) {
            return new KeyReading.Unreachable(known);
        }
        String detail = VaultFailure.describe(failure);
        lastFailures.put(path, detail);
        return new KeyReading.Unreachable(detail);
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
}
