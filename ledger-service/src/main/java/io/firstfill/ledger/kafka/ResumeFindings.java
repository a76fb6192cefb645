package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.JournalEntry.Branch;
import io.firstfill.ledger.journal.JournalEntry.Branch.Exported;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.journal.ReachedOffsets;
import io.firstfill.ledger.journal.Recorder;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Puts what an assignment has found into the chains: records that are lost, and the branch that a restored database
 * begins. A finding goes to each known environment whose records the partition carries. Recording it again changes
 * nothing, so a crash before the offsets are replaced is harmless.
 */
@ApplicationScoped
class ResumeFindings {
    private static final Logger LOG = Logger.getLogger(ResumeFindings.class);

    private final ReachedOffsets offsets;
    private final Recorder recorder;
    private final AnswerPublisher publisher;
    private final Environments configured;
    private final InstantSource clock;

    ResumeFindings(
            ReachedOffsets offsets,
            Recorder recorder,
            AnswerPublisher publisher,
            Environments configured,
            InstantSource clock) {
        this.offsets = offsets;
        this.recorder = recorder;
        this.publisher = publisher;
        this.configured = configured;
        this.clock = clock;
    }

    /**
     * Completes when the findings are in the database and their alerts are on their topic.
     *
     * @param counts the number of partitions of each topic
     * @param exported how far the chains had come, for the branches among the findings
     */
    Uni<Void> record(List<ResumePoint> points, Map<String, Integer> counts, Map<EnvironmentId, Exported> exported) {
        List<ResumePoint> found = points.stream()
                .filter(point -> point.gap() != null || point.behind() != null)
                .toList();
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        found.forEach(point -> LOG.errorf("Not where reading ended: %s", point));
        return offsets.environments()
                .chain(recorded -> Multi.createFrom()
                        .iterable(known(recorded))
                        .onItem()
                        .transformToUniAndConcatenate(
                                environment -> record(environment, entries(environment, found, counts, exported)))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private List<EnvironmentId> known(List<EnvironmentId> recorded) {
        return Stream.concat(configured.all().keySet().stream(), recorded.stream())
                .distinct()
                .toList();
    }

    private Uni<Void> record(EnvironmentId environment, List<JournalEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : recorder.record(environment, entries, List.of()).chain(publisher::publish);
    }

    private List<JournalEntry> entries(
            EnvironmentId environment,
            List<ResumePoint> found,
            Map<String, Integer> counts,
            Map<EnvironmentId, Exported> exported) {
        Instant now = clock.instant();
        List<ResumePoint> mine = found.stream()
                .filter(point -> carries(point.offsets(), environment, counts))
                .toList();
        List<JournalEntry> entries = new ArrayList<>();
        List<Branch.Behind> behind =
                mine.stream().map(ResumePoint::behind).filter(Objects::nonNull).toList();
        if (!behind.isEmpty()) {
            entries.add(new Branch(environment, behind, exported.get(environment), now));
        }
        mine.stream().flatMap(point -> lost(environment, point, now).stream()).forEach(entries::add);
        return entries;
    }

    private static List<JournalEntry> lost(EnvironmentId environment, ResumePoint point, Instant now) {
        ResumePoint.Gap gap = point.gap();
        if (gap == null) {
            return List.of();
        }
        var first = new RecordPlace(point.offsets().topic(), point.offsets().partition(), gap.from());
        return List.of(new JournalEntry.Lost(environment, first, gap.end(), gap.cause(), now));
    }

    private static boolean carries(ReachedOffset offset, EnvironmentId environment, Map<String, Integer> counts) {
        int count = counts.getOrDefault(offset.topic(), 1);
        return offset.partition() == EnvironmentPartition.of(environment, count);
    }
}
