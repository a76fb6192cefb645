package io.firstfill.control.position;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.UUID;

/** The messages with which the trader answers commands about positions. */
final class ExitMessages {
    static final EnvironmentId ENVIRONMENT = EnvironmentId.of("skewed");
    static final Pair PAIR = Pair.of("NEWT/USDT");
    private static final RunId RUN = RunId.derivedFrom("positions");

    private ExitMessages() {}

    static ExitTriggered triggered(Command command, PositionId position, ExitCause cause) {
        return new ExitTriggered(
                caused(command), ENVIRONMENT, RUN, position, PAIR, cause, null, null, null, null, Quantity.of("5"));
    }

    static ExitPlanned planned(SetExitPlan command) {
        return new ExitPlanned(
                caused(command), ENVIRONMENT, RUN, command.positionId(), PAIR, command.plan(), command.issuedBy());
    }

    private static Meta caused(Command command) {
        return command.meta().next(MessageId.derivedFrom("exit", command.meta().id()), Instant.now());
    }

    static Meta meta() {
        return Meta.first(MessageId.derivedFrom(UUID.randomUUID()), Instant.now());
    }
}
