package io.firstfill.control.environment;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.Dispatch;
import io.firstfill.control.command.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Commands about an environment. None needs the ledger: a halt must get through when little else does. */
@ApplicationScoped
public class Guardrails {
    private final CommandIds ids;
    private final Dispatch dispatch;
    private final ControlSettings settings;

    Guardrails(CommandIds ids, Dispatch dispatch, ControlSettings settings) {
        this.ids = ids;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    public Uni<Reply<Message>> set(
            EnvironmentId environment, TradingState state, String reason, Actor actor, Optional<String> key) {
        var meta = ids.name(SetTradingState.class, environment, actor, key);
        var command = new SetTradingState(meta, environment, actor, state, reason);
        return dispatch.ask(
                command,
                earlier -> !(earlier instanceof SetTradingState set)
                        || (set.state() == state && set.reason().equals(reason)),
                settings.answerDeadline());
    }

    public Uni<Reply<Message>> validate(EnvironmentId environment, Actor actor, Optional<String> key) {
        var meta = ids.name(ValidateCredential.class, environment, actor, key);
        return dispatch.ask(
                new ValidateCredential(meta, environment, actor), earlier -> true, settings.validateDeadline());
    }
}
