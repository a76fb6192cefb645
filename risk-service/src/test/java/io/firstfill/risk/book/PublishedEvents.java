package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import java.util.List;

/** The events that the engine decided to publish, in their order. */
public record PublishedEvents(List<Message> all) {
    public PublishedEvents {
        all = List.copyOf(all);
    }

    public List<PermitGranted> granted() {
        return of(PermitGranted.class);
    }

    public List<PermitRevoked> revoked() {
        return of(PermitRevoked.class);
    }

    public <T> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
