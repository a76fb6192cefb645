package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the calls in their order. */
@ApplicationScoped
class RecordingHandler implements InboxHandler {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    List<String> calls() {
        return calls;
    }

    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(Topics.COMMANDS, Optional.of(Duration.ofHours(1)));
    }

    @Override
    public void reset() {
        calls.clear();
    }

    @Override
    public void unprocessable(UnprocessableRecord record) {
        calls.add("unprocessable " + record.place().topic() + " of " + record.key());
    }

    @Override
    public void replayed(Message message) {
        failOn(message);
        calls.add("replayed " + InboxTest.label(message));
    }

    @Override
    public void opened() {
        calls.add("opened");
    }

    @Override
    public Uni<Void> received(Message message) {
        failOn(message);
        calls.add("received " + InboxTest.label(message));
        return Uni.createFrom().voidItem();
    }

    private static void failOn(Message message) {
        if (InboxTest.label(message).startsWith("poison")) {
            throw new IllegalStateException("cannot be handled");
        }
    }
}
