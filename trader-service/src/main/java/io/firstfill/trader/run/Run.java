package io.firstfill.trader.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.SuspensionReason;

/**
 * The state of a run as far as buying is concerned.
 *
 * <pre>
 *   Active ⇄ Suspended
 *      └──stop──▶ Stopping ──nothing in flight──▶ Stopped
 * </pre>
 */
public sealed interface Run {
    RunId id();

    /** A run that still owns its listings and permits. */
    sealed interface Open extends Run {
        Configuration configuration();

        Meta cause();

        Open applied(Configuration next);
    }

    /** A run that buys. */
    record Active(RunId id, Configuration configuration, Meta cause) implements Open {
        @Override
        public Active applied(Configuration next) {
            return new Active(id, next, cause);
        }
    }

    /** A run that sends nothing until an operator re-validates the credential. */
    record Suspended(RunId id, Configuration configuration, Meta cause, SuspensionReason reason) implements Open {
        @Override
        public Suspended applied(Configuration next) {
            return new Suspended(id, next, cause, reason);
        }

        Active resumed() {
            return new Active(id, configuration, cause);
        }
    }

    /** A stop command has been read; what is in flight is being finished. */
    record Stopping(RunId id) implements Run {}

    /** Nothing of the run is in flight any more. */
    record Stopped(RunId id) implements Run {}
}
