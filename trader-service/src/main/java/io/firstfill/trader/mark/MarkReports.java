package io.firstfill.trader.mark;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.PositionsMarked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Publishes the marks when something has changed, one report in an interval at most. Confined to the event loop. */
public final class MarkReports {
    private final EnvironmentId environment;
    private final Consumer<Message> publish;
    private final Duration interval;
    private List<Mark> reported = List.of();
    private Instant reportedAt = Instant.MIN;

    public MarkReports(EnvironmentId environment, Consumer<Message> publish, MarkSettings settings) {
        this.environment = environment;
        this.publish = publish;
        this.interval = settings.reportInterval();
    }

    /** Takes the marks of all positions that are held; none ends the reports with an empty one. */
    public void report(List<Mark> marks, Instant now) {
        boolean mayReport = reportedAt.equals(Instant.MIN)
                || marks.isEmpty()
                || !reportedAt.plus(interval).isAfter(now);
        if (mayReport && !marks.equals(reported)) {
            reported = List.copyOf(marks);
            reportedAt = now;
            MessageId id = MessageId.derivedFrom("PositionsMarked", environment, now);
            publish.accept(new PositionsMarked(Meta.first(id, now), environment, reported));
        }
    }
}
