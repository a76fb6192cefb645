package io.firstfill.trader.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.id.RunId;

/**
 * A run, as far as buying is concerned.
 *
 * <pre>
 *   Active ⇄ Suspended
 *      └──stop──▶ Stopping ──nothing in flight──▶ Stopped
 * </pre>
 */
public sealed interface Run {
    RunId id();

    /** Still owns its listings and permits. */
    sealed interface Open extends Run {
        Configuration configuration();

        Meta cause();

        Open applied(Configuration next);
    }

    /** Buys. */
    record Active(RunId id, Configuration configuration, Meta cause) implements Open {
        @Override
        public Active applied(Configuration next) {
            return new Active(id, next, cause);
        }
    }

    /** Sends nothing until an operator re-validates. */
    record Suspended(RunId id, Configuration configuration, Meta cause, SuspensionReason reason) implements Open {
        @Override
        public Suspended applied(Configuration next) {
            return new Suspended(id, next, cause, reason);
        }

        Active resumed() {
            return new Active(id, configuration, cause);
        }
    }

    /** The stop has been read; what is in flight ends. */
    record Stopping(RunId id) implements Run {}

    record Stopped(RunId id) implements Run {}
}
