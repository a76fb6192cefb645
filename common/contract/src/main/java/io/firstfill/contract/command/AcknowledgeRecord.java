package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * Command to let an environment go on past a record that could not be processed. Trader and risk obey the command at
 * once; the ledger answers with RecordAcknowledged, which holds for every later replay. The trading state stays as it
 * is.
 *
 * @param place the record that could not be processed
 * @param reason why it is safe to go on, by the person
 */
@Since(2)
public record AcknowledgeRecord(Meta meta, EnvironmentId environment, Actor issuedBy, RecordPlace place, String reason)
        implements Command {
    public AcknowledgeRecord {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(place, "place");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
