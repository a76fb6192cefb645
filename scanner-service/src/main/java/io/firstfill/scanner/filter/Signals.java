package io.firstfill.scanner.filter;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.run.ConfigurationApplied;
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
 * decisions, replayed ones included. A skip holds for the configuration that was in force: when another one is applied
 * to the run, its skipped listings are judged once more, and those that it accepts get their signal. A signal is final:
 * the trader judges it by the configuration in force when it buys. Not thread-safe.
 */
public final class Signals {
    private record Decision(RunId run, ListingId listing) {}

    private final EnvironmentId environment;
    private final ListingFilters filters;
    /** The signals, and the skips that are final. */
    private final Set<Decision> decided = new HashSet<>();

    private final Set<Decision> skipped = new HashSet<>();
    /** The skips that are judged by the configuration applied last: they become signals, or are final again. */
    private final Set<Decision> reopened = new HashSet<>();

    private final Set<RunId> changed = new HashSet<>();

    /** @param cutoff how long before the opening an open question about qualification becomes a no */
    public Signals(EnvironmentId environment, Duration cutoff) {
        this.environment = environment;
        this.filters = new ListingFilters(cutoff);
    }

    public void apply(ListingSignal event) {
        Decision decision = new Decision(event.runId(), event.listingId());
        decided.add(decision);
        skipped.remove(decision);
        reopened.remove(decision);
    }

    public void apply(ListingSkipped event) {
        Decision decision = new Decision(event.runId(), event.listingId());
        decided.add(decision);
        skipped.add(decision);
    }

    /** Judges the run's skipped listings once more at the next decision. */
    public void apply(ConfigurationApplied event) {
        skipped.stream().filter(skip -> skip.run().equals(event.runId())).forEach(reopened::add);
        changed.add(event.runId());
    }

    /**
     * The past is complete. Skips and applied configurations are on different topics, so the past does not show which
     * configuration a skip was decided by: each skip of a run whose configuration has changed is judged once more.
     */
    public void opened() {
        skipped.stream().filter(skip -> changed.contains(skip.run())).forEach(reopened::add);
    }

    /**
     * Decides about the listing for every run that has no decision yet. The decisions returned are already remembered.
     */
    public Stream<ListingEvent> decide(
            Listing listing, Qualification qualification, Collection<ActiveRun> runs, Instant now) {
        return runs.stream()
                .filter(run -> concerns(listing, run))
                .filter(run -> isUndecided(new Decision(run.id(), listing.id())))
                .flatMap(run -> decide(new Candidate(listing, qualification, run, now)).stream());
    }

    private boolean isUndecided(Decision decision) {
        return reopened.contains(decision) || !decided.contains(decision);
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

    /** A skip that stays one is not published again: its first reason holds. */
    private Optional<ListingEvent> decide(Candidate candidate) {
        FilterResult result = filters.apply(candidate);
        Decision decision =
                new Decision(candidate.run().id(), candidate.listing().id());
        boolean again = !(result instanceof FilterResult.Undecided) && reopened.remove(decision);
        return switch (result) {
            case FilterResult.Passed ignored -> {
                ListingSignal signal = signal(candidate);
                apply(signal);
                yield Optional.of(signal);
            }
            case FilterResult.Refused ignored when again -> Optional.empty();
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
