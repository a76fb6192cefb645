package io.firstfill.control.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Names commands: by their idempotency key where there is one, so that a repeated request is the same command. */
@ApplicationScoped
public class CommandIds {
    private final InstantSource clock;

    CommandIds(InstantSource clock) {
        this.clock = clock;
    }

    /** A key is the actor's own, per environment and kind of command: nobody meets another's, nor another command's. */
    public Meta name(Class<? extends Command> kind, EnvironmentId environment, Actor actor, Optional<String> key) {
        MessageId id = key.map(text -> MessageId.derivedFrom(kind.getSimpleName(), environment, actor, text))
                .orElseGet(() -> new MessageId(UUID.randomUUID()));
        return Meta.first(id, clock.instant());
    }
}
