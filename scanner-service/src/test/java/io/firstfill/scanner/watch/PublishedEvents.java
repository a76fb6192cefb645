package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that was published, in order; durable at once. */
final class PublishedEvents implements EventPublisher {
    private final List<Message> all = new ArrayList<>();

    @Override
    public Uni<Void> publish(Message message) {
        all.add(message);
        return Uni.createFrom().voidItem();
    }

    List<Message> all() {
        return all;
    }

    <M extends Message> List<M> all(Class<M> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The first event of this type that the predicate accepts. */
    <M extends Message> M first(Class<M> type, Predicate<M> wanted) {
        return all(type).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such " + type.getSimpleName() + ", published were "
                        + all.stream().map(Message::type).toList()));
    }

    void clear() {
        all.clear();
    }
}
