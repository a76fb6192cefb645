package io.firstfill.ledger.notify.vault;

import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.NotificationSettings;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.TargetFormat;
import io.firstfill.ledger.notify.request.TargetSecret;
import io.firstfill.ledger.notify.request.TargetSecrets;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the secrets of targets from Vault's KV v2 engine, each anew after a while, so that a secret that is replaced is
 * used without a restart. Of a failure only its kind is passed on: its text may hold the secret.
 */
@ApplicationScoped
class VaultTargetSecrets implements TargetSecrets {
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    private record Read(TargetSecret secret, Instant until) {}

    /** Created at the first reading, so that a faulty setting cannot keep the ledger from recording. */
    private final Instance<VaultClient> vault;

    private final NotificationSettings settings;
    private final InstantSource clock;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    VaultTargetSecrets(Instance<VaultClient> vault, NotificationSettings settings, InstantSource clock) {
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Uni<TargetSecret> of(NotificationTarget target) {
        Read read = known.get(target.label());
        return read != null && clock.instant().isBefore(read.until())
                ? Uni.createFrom().item(read.secret())
                : ask(target);
    }

    private Uni<TargetSecret> ask(NotificationTarget target) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(
                                vault.get().secrets().kv2(settings.mount()).readSecret(target.secretPath())))
                .map(answer -> secret(target, answer))
                .invoke(secret -> known.put(
                        target.label(), new Read(secret, clock.instant().plus(settings.secretFor()))))
                .onFailure(failure -> !(failure instanceof DeliveryFailedException))
                .transform(VaultTargetSecrets::described);
    }

    private static TargetSecret secret(NotificationTarget target, VaultSecretsKV2ReadSecretData answer) {
        Map<String, Object> values = answer.getData();
        String url = text(values, "url");
        if (url == null && target.format() != TargetFormat.TELEGRAM) {
            throw DeliveryFailedException.of("the secret has no url");
        }
        try {
            return new TargetSecret(
                    url == null ? TELEGRAM : URI.create(Objects.requireNonNull(url)),
                    text(values, "hmac-key"),
                    text(values, "bot-token"),
                    text(values, "chat-id"));
        } catch (IllegalArgumentException e) {
            throw DeliveryFailedException.of("the url of the secret is none");
        }
    }

    private static @Nullable String text(@Nullable Map<String, Object> values, String name) {
        return values != null && values.get(name) instanceof String value && !value.isBlank() ? value : null;
    }

    private static Throwable described(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String kind = cause instanceof VaultClientException answer && answer.getStatus() != null
                ? answer.getStatus() == 404 ? "there is none" : "Vault answers " + answer.getStatus()
                : "Vault fails with " + cause.getClass().getSimpleName();
        return DeliveryFailedException.of("its secret cannot be read: " + kind);
    }
}
