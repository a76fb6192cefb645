package io.firstfill.scanner.filter;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.SkipReason;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides once for every run and listing whether the run gets a signal or a skip with its reason. Remembers its
 * decisions, replayed ones included. A skip holds for the configuration and the terms that were in force: when another
 * configuration is applied to the run, or a person changes the listing's terms, the skipped listings are judged once
 * more, and those that are accepted get their signal. A signal is final: the trader judges it by what is in force when
 * it buys. Not thread-safe.
 */
public final class Signals {
    private record Decision(RunId run, ListingId listing) {}

    private final EnvironmentId environment;
    private final ListingFilters filters;
    private final OperatorTerms terms;
    /** The signals, and the skips that are final. */
    private final Set<Decision> decided = new HashSet<>();

    private final Map<Decision, SkipReason> skipped = new HashMap<>();
    /** The skips that are judged by what was applied last: they become signals, or are final again. */
    private final Set<Decision> reopened = new HashSet<>();

    private final Set<Decision> signaled = new HashSet<>();

    private final Set<RunId> changed = new HashSet<>();

    /**
     * @param terms read at each decision; its owner applies the events to it first
     * @param cutoff how long before the opening an open question about qualification becomes a no
     */
    public Signals(EnvironmentId environment, OperatorTerms terms, Duration cutoff) {
        this.environment = environment;
        this.terms = terms;
        this.filters = new ListingFilters(cutoff);
    }

    public void apply(ListingSignal event) {
        Decision decision = new Decision(event.runId(), event.listingId());
        decided.add(decision);
        signaled.add(decision);
        skipped.remove(decision);
        reopened.remove(decision);
    }

    /** A skip that comes back over the topic after the signal that followed it reopens nothing. */
    public void apply(ListingSkipped event) {
        Decision decision = new Decision(event.runId(), event.listingId());
        decided.add(decision);
        if (!signaled.contains(decision)) {
            skipped.put(decision, event.reason());
        }
    }

    /** Judges the listing once more, for the runs that have skipped it, at the next decision. */
    public void apply(ListingTermsChanged event) {
        skipped.keySet().stream()
                .filter(skip -> skip.listing().equals(event.listingId()))
                .forEach(reopened::add);
    }

    /** Judges the run's skipped listings once more at the next decision. */
    public void apply(ConfigurationApplied event) {
        skipped.keySet().stream()
                .filter(skip -> skip.run().equals(event.runId()))
                .forEach(reopened::add);
        changed.add(event.runId());
    }

    /**
     * The past is complete. Skips and applied configurations are on different topics, so the past does not show which
     * configuration a skip was decided by: each skip of a run whose configuration has changed is judged once more.
     */
    public void opened() {
        skipped.keySet().stream().filter(skip -> changed.contains(skip.run())).forEach(reopened::add);
    }

    /**
     * Decides about the listing for every run that has no decision yet. The decisions returned are already remembered.
     */
    public Stream<ListingEvent> decide(
            Listing listing, Qualification qualification, Collection<ActiveRun> runs, Instant now) {
        return runs.stream()
                .filter(run -> concerns(listing, run))
                .filter(run -> isUndecided(new Decision(run.id(), listing.id())))
                .flatMap(run ->
                        decide(new Candidate(listing, qualification, terms.leavesAlone(listing), run, now)).stream());
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

    /**
     * A skip that stays one is not published again: its first reason holds. Only a listing that was left alone, and is
     * no longer, has another reason from then on.
     */
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
            case FilterResult.Refused refused when again && !isLeftAloneNoMore(decision, refused) -> Optional.empty();
            case FilterResult.Refused refused -> {
                ListingSkipped skipped = skipped(candidate, refused);
                apply(skipped);
                yield Optional.of(skipped);
            }
            case FilterResult.Undecided ignored -> Optional.empty();
        };
    }

    private boolean isLeftAloneNoMore(Decision decision, FilterResult.Refused refused) {
        return skipped.get(decision) == SkipReason.LEFT_ALONE && refused.reason() != SkipReason.LEFT_ALONE;
    }

    private ListingSignal signal(Candidate candidate) {
        Listing listing = candidate.listing();
        return new ListingSignal(
                meta("ListingSignal", candidate, List.of()),
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
        boolean second = skipped.containsKey(new Decision(candidate.run().id(), listing.id()));
        return new ListingSkipped(
                meta("ListingSkipped", candidate, second ? List.of(refused.reason()) : List.of()),
                environment,
                listing.id(),
                listing.pair(),
                candidate.run().id(),
                refused.reason(),
                refused.detail());
    }

    /** @param more parts of the id besides those that the first decision has */
    private static Meta meta(String type, Candidate candidate, List<?> more) {
        List<Object> parts = new ArrayList<>(
                List.of(type, candidate.run().id(), candidate.listing().id()));
        parts.addAll(more);
        MessageId id = MessageId.derivedFrom(parts.toArray());
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
