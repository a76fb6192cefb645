package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * A person lets an environment go on past a record that could not be processed. The event is on this topic because the
 * acknowledgement must be known for as long as any topic keeps the record.
 *
 * @param place the record that could not be processed
 */
@Since(2)
public record RecordAcknowledged(
        Meta meta, EnvironmentId environment, RecordPlace place, Actor acknowledgedBy, String reason)
        implements RunEvent {
    public RecordAcknowledged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(acknowledgedBy, "acknowledgedBy");
        reason = Texts.clean(reason);
    }
}
