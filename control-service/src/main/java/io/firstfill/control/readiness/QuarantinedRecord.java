package io.firstfill.control.readiness;

import io.firstfill.contract.value.RecordPlace;
import java.util.List;

/**
 * A record that could not be processed, and because of which its environment is halted until a person acknowledges it.
 *
 * @param services the services that could not process the record
 */
public record QuarantinedRecord(RecordPlace place, List<String> services) {
    public QuarantinedRecord {
        services = List.copyOf(services);
    }

    @Override
    public String toString() {
        return place + " (" + String.join(", ", services) + ")";
    }
}
