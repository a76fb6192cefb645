package io.firstfill.scanner.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.RunId;
import java.time.Instant;

/** A run that has started and not ended, with the configuration in force. */
public record ActiveRun(RunId id, Configuration configuration, Instant startedAt) {
    static ActiveRun started(RunId id, Configuration configuration, Meta meta) {
        return new ActiveRun(id, configuration, meta.occurredAt());
    }

    ActiveRun with(Configuration changed) {
        return new ActiveRun(id, changed, startedAt);
    }
}
