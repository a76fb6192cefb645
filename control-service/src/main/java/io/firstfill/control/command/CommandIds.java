package io.firstfill.control.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Derives command ids from the idempotency key where there is one, so that a repeated request is the same command. */
@ApplicationScoped
public class CommandIds {
    private final InstantSource clock;

    CommandIds(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Returns the first metadata of a command. The scope of a key is the actor, the environment and the kind of
     * command: equal keys of two actors, or of two commands, give different ids.
     */
    public Meta metaFor(Class<? extends Command> kind, EnvironmentId environment, Actor actor, Optional<String> key) {
        MessageId id = key.map(text -> MessageId.derivedFrom(kind.getSimpleName(), environment, actor, text))
                .orElseGet(() -> new MessageId(UUID.randomUUID()));
        return Meta.first(id, clock.instant());
    }
}
