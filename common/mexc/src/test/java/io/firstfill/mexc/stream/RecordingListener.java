package io.firstfill.mexc.stream;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the events of a stream. */
final class RecordingListener implements StreamListener {

    final List<Push> pushes = new CopyOnWriteArrayList<>();
    final List<String> lives = new CopyOnWriteArrayList<>();
    final List<String> losses = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final List<String> unreadable = new CopyOnWriteArrayList<>();

    @Override
    public void live() {
        lives.add("live");
    }

    @Override
    public void lost(String reason) {
        losses.add(reason);
    }

    @Override
    public void pushed(Push push, Instant seenAt) {
        pushes.add(push);
    }

    @Override
    public void unreadable(String detail) {
        unreadable.add(detail);
    }

    @Override
    public void refused(String text) {
        refusals.add(text);
    }

    <B extends Push.Body> List<B> bodies(Class<B> type) {
        return pushes.stream()
                .map(Push::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
