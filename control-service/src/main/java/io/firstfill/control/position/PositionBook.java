package io.firstfill.control.position;

import io.firstfill.contract.Message;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The book of the positions of each environment: which are open the marks say, how they end the exits. Those that have
 * ended are kept for a while, so that what came of a command can still be read.
 */
@ApplicationScoped
public class PositionBook implements Book {
    private static final int ENDED = 1_000;

    private final Map<PositionId, PositionStatus> positions = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, PositionsMarked> marks = new HashMap<>();
    private final Deque<PositionId> ended = new ArrayDeque<>();

    /** Returns the positions that are open in an environment, by pair. */
    public List<PositionStatus> open(EnvironmentId environment) {
        return positions.values().stream()
                .filter(position -> position.open() && position.environment().equals(environment))
                .sorted(Comparator.comparing(
                                (PositionStatus position) -> position.pair().toString())
                        .thenComparing(position -> position.positionId().value()))
                .toList();
    }

    public Optional<PositionStatus> find(EnvironmentId environment, PositionId position) {
        return Optional.ofNullable(positions.get(position))
                .filter(found -> found.environment().equals(environment));
    }

    @Override
    public void reset() {
        positions.clear();
        marks.clear();
        ended.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case ExitEvent event -> exit(event);
            case PositionsMarked marked -> marked(marked);
            default -> {
                // A message of another book.
            }
        }
    }

    /** The two topics are read in no order of each other: an event that is older than the marks opens nothing. */
    private void exit(ExitEvent event) {
        Instant at = event.meta().occurredAt();
        PositionStatus known = positions.computeIfAbsent(
                event.positionId(), id -> PositionStatus.of(id, event.environment(), event.pair(), at));
        PositionStatus next = known.after(event);
        PositionsMarked latest = marks.get(event.environment());
        if (latest != null && next.open() && isOver(next, latest)) {
            end(next);
        } else {
            positions.put(event.positionId(), next);
        }
    }

    private void marked(PositionsMarked marked) {
        marks.put(marked.environment(), marked);
        Map<PositionId, Mark> open = marked.marks().stream()
                .collect(Collectors.toMap(Mark::positionId, Function.identity(), (first, second) -> second));
        Instant at = marked.meta().occurredAt();
        open.forEach((id, mark) -> positions.merge(
                id,
                PositionStatus.of(id, marked.environment(), mark.pair(), at).marked(mark, true),
                (known, first) -> known.marked(mark, true)));
        open(marked.environment()).stream()
                .filter(position -> isOver(position, marked))
                .forEach(this::end);
    }

    /** A position of which an event is newer than the marks may have been opened after them. */
    private static boolean isOver(PositionStatus position, PositionsMarked latest) {
        return position.changedAt().isBefore(latest.meta().occurredAt())
                && latest.marks().stream().noneMatch(mark -> mark.positionId().equals(position.positionId()));
    }

    private void end(PositionStatus position) {
        positions.put(position.positionId(), position.marked(null, false));
        ended.addLast(position.positionId());
        if (ended.size() > ENDED) {
            PositionId oldest = ended.removeFirst();
            positions.computeIfPresent(oldest, (id, known) -> known.open() ? known : null);
        }
    }
}
