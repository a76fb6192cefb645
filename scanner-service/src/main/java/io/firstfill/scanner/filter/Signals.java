package io.firstfill.scanner.filter;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.listing.Awaited;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.listing.Withdrawn;
import io.firstfill.scanner.qualification.Qualification;
import io.firstfill.scanner.run.ActiveRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides once for every run and listing whether the run gets a signal or a skip with its reason. Remembers its
 * decisions, replayed ones included. Not thread-safe.
 */
public final class Signals {
    private record Decision(RunId run, ListingId listing) {}

    private final EnvironmentId environment;
    private final ListingFilters filters;
    private final Set<Decision> decided = new HashSet<>();

    /** @param cutoff how long before the opening an open question about qualification becomes a no */
    public Signals(EnvironmentId environment, Duration cutoff) {
        this.environment = environment;
        this.filters = new ListingFilters(cutoff);
    }

    public void apply(ListingSignal event) {
        decided.add(new Decision(event.runId(), event.listingId()));
    }

    public void apply(ListingSkipped event) {
        decided.add(new Decision(event.runId(), event.listingId()));
    }

    /**
     * Decides about the listing for every run that has no decision yet. The decisions returned are already remembered.
     */
    public Stream<ListingEvent> decide(
            Listing listing, Qualification qualification, Collection<ActiveRun> runs, Instant now) {
        return runs.stream()
                .filter(run -> concerns(listing, run))
                .filter(run -> !decided.contains(new Decision(run.id(), listing.id())))
                .flatMap(run -> decide(new Candidate(listing, qualification, run, now)).stream());
    }

    /**
     * Returns whether the listing opens during the run: a listing that opened before a run began does not concern the
     * run.
     */
    private static boolean concerns(Listing listing, ActiveRun run) {
        return switch (listing) {
            case Awaited awaited -> !awaited.opening().isBefore(run.startedAt());
            case Opened opened -> !opened.seenAt().isBefore(run.startedAt());
            case Withdrawn ignored -> false;
        };
    }

    private Optional<ListingEvent> decide(Candidate candidate) {
        return switch (filters.apply(candidate)) {
            case FilterResult.Passed ignored -> {
                ListingSignal signal = signal(candidate);
                apply(signal);
                yield Optional.of(signal);
            }
            case FilterResult.Refused refused -> {
                ListingSkipped skipped = skipped(candidate, refused);
                apply(skipped);
                yield Optional.of(skipped);
            }
            case FilterResult.Undecided ignored -> Optional.empty();
        };
    }

    private ListingSignal signal(Candidate candidate) {
        Listing listing = candidate.listing();
        return new ListingSignal(
                meta("ListingSignal", candidate),
                environment,
                listing.id(),
                listing.pair(),
                candidate.run().id(),
                listing.origin().source(),
                confidence(listing),
                listing.opening(),
                listing.origin().detectedAt(),
                candidate.deadline());
    }

    private ListingSkipped skipped(Candidate candidate, FilterResult.Refused refused) {
        Listing listing = candidate.listing();
        return new ListingSkipped(
                meta("ListingSkipped", candidate),
                environment,
                listing.id(),
                listing.pair(),
                candidate.run().id(),
                refused.reason(),
                refused.detail());
    }

    private static Meta meta(String type, Candidate candidate) {
        MessageId id = MessageId.derivedFrom(
                type, candidate.run().id(), candidate.listing().id());
        return candidate.listing().origin().announced().next(id, candidate.now());
    }

    private static Confidence confidence(Listing listing) {
        return switch (listing) {
            case Opened ignored -> Confidence.CONFIRMED;
            case Awaited awaited when awaited.isStatedBy(ListingSource.EXCHANGE_INFO) -> Confidence.CONFIRMED;
            case Awaited ignored -> Confidence.ANNOUNCED;
            case Withdrawn ignored -> Confidence.ANNOUNCED;
        };
    }
}
