package io.firstfill.control.environment;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sends the commands about an environment. None of them needs the ledger: a halt must work when few services are up.
 */
@ApplicationScoped
public class EnvironmentCommands {
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final EnvironmentBook book;
    private final ControlSettings settings;

    EnvironmentCommands(CommandIds ids, CommandDispatcher dispatcher, EnvironmentBook book, ControlSettings settings) {
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.book = book;
        this.settings = settings;
    }

    /**
     * Sets the trading state. HALTED and REDUCING are published whatever else is down or busy: no gate, no limit of
     * callers and no replay holds them up. Nor does an idempotency key: a halt that was loosened since is a new
     * command. ACTIVE expires: risk must not set it after the caller was told that it was not confirmed.
     */
    public Uni<CommandResult<Message>> setTradingState(
            EnvironmentId environment, TradingState state, String reason, Actor actor, Optional<String> key) {
        Predicate<Message> same = earlier -> !(earlier instanceof SetTradingState set)
                || (set.state() == state && set.reason().equals(reason));
        var first = ids.metaFor(SetTradingState.class, environment, actor, key);
        boolean undone = state != TradingState.ACTIVE
                && book.isSuperseded(environment, state)
                && dispatcher.earlier(first.id()).filter(same).isPresent();
        var meta = undone ? ids.metaFor(SetTradingState.class, environment, actor, Optional.empty()) : first;
        var deadline = state == TradingState.ACTIVE ? meta.occurredAt().plus(settings.answerDeadline()) : null;
        var command = new SetTradingState(meta, environment, actor, state, reason, deadline);
        return state == TradingState.ACTIVE
                ? dispatcher.send(command, same, settings.answerDeadline())
                : dispatcher.sendUnlimited(command, same, settings.answerDeadline());
    }

    public Uni<CommandResult<Message>> validateCredential(
            EnvironmentId environment, Actor actor, Optional<String> key) {
        var meta = ids.metaFor(ValidateCredential.class, environment, actor, key);
        return dispatcher.send(
                new ValidateCredential(meta, environment, actor), earlier -> true, settings.validateDeadline());
    }
}
