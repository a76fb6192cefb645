package io.firstfill.trader.credential;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.trader.loop.EventLoop;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Publishes the events of one environment's credential: its path, version and times, never the secret. */
final class CredentialEvents {
    private final EnvironmentId environment;
    private final String path;
    private final EventLoop loop;
    private final Consumer<Message> publish;

    CredentialEvents(EnvironmentId environment, String path, EventLoop loop, Consumer<Message> publish) {
        this.environment = environment;
        this.path = path;
        this.loop = loop;
        this.publish = publish;
    }

    void validated(
            int version,
            KeyCheck.Valid key,
            @Nullable Instant storedAt,
            @Nullable Instant end,
            @Nullable ValidateCredential command) {
        publish.accept(new CredentialValidated(
                meta("CredentialValidated", version, command),
                environment,
                path,
                version,
                key.maySpot(),
                key.canWithdraw(),
                key.permissions(),
                storedAt,
                end));
    }

    void rejected(int version, KeyCheck.Rejected no, @Nullable ValidateCredential command) {
        publish.accept(new CredentialRejected(
                meta("CredentialRejected", version, command),
                environment,
                path,
                version,
                no.exchangeCode(),
                no.refusedAddress()));
    }

    void missing(int version, @Nullable ValidateCredential command) {
        publish.accept(new CredentialMissing(meta("CredentialMissing", version, command), environment, path));
    }

    void rotated(int version, int newVersion) {
        publish.accept(new CredentialRotated(meta("CredentialRotated", version, null), environment, path, newVersion));
    }

    /** The cause of what follows from a check that nobody asked for. */
    Meta look(int version) {
        return meta("CredentialLook", version, null);
    }

    private Meta meta(String type, int version, @Nullable ValidateCredential command) {
        Instant now = loop.now();
        return command == null
                ? Meta.first(MessageId.derivedFrom(type, environment, path, version, now), now)
                : command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
    }
}
