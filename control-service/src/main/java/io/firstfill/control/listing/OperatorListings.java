package io.firstfill.control.listing;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.configuration.ListingTermsDraft;
import io.firstfill.control.configuration.ListingTermsValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends the commands of persons about listings and waits for the scanner's answer. What has opened is refused here. A
 * request that was sent before finds its first answer, whatever has become of the listing.
 */
@ApplicationScoped
public class OperatorListings {
    private final ListingBook book;
    private final BuyCaps caps;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;
    private final InstantSource clock;

    OperatorListings(
            ListingBook book,
            BuyCaps caps,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings,
            InstantSource clock) {
        this.book = book;
        this.caps = caps;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who commands, and under which idempotency key. */
    public record Person(Actor actor, Optional<String> key) {}

    /** Announces a listing: evidence on the pair's listing where there is one already. */
    public Uni<ListingOutcome> announce(EnvironmentId environment, AnnouncementDraft draft, Person person) {
        Meta meta = ids.metaFor(AnnounceListing.class, environment, person.actor(), person.key());
        Instant now = dispatcher
                .earlier(meta.id())
                .map(first -> first.meta().occurredAt())
                .orElseGet(clock::instant);
        return switch (Announcement.read(draft, now)) {
            case Announcement.Result.Invalid(var violations) -> now(new ListingOutcome.Invalid(violations));
            case Announcement.Result.Valid(var it) ->
                send(
                        new AnnounceListing(meta, environment, person.actor(), it.pair(), it.opening(), it.reason()),
                        Optional.empty());
        };
    }

    /** Takes back what was announced by hand. */
    public Uni<ListingOutcome> withdraw(EnvironmentId environment, ListingId listing, String reason, Person person) {
        Meta meta = ids.metaFor(WithdrawListing.class, environment, person.actor(), person.key());
        Optional<ListingOutcome> refusal = refusal(
                environment,
                listing,
                it -> it.announcedByHand() ? Optional.empty() : Optional.of(new ListingOutcome.NotByHand()));
        return send(new WithdrawListing(meta, environment, person.actor(), listing, reason), refusal);
    }

    /** Replaces the terms of a listing. */
    public Uni<ListingOutcome> change(
            EnvironmentId environment, ListingId listing, ListingTermsDraft draft, Person person) {
        Meta meta = ids.metaFor(ChangeListingTerms.class, environment, person.actor(), person.key());
        Optional<ListingOutcome> refusal = refusal(environment, listing, it -> Optional.empty());
        if (refusal.isPresent() && !dispatcher.contains(meta.id())) {
            return now(refusal.get());
        }
        // Terms that were sent before were judged then: the caps of today say nothing about them.
        boolean sent = dispatcher.contains(meta.id());
        return switch (ListingTermsValidator.validate(
                draft, sent ? List.of() : caps.of(environment), sent ? Optional.empty() : caps.running(environment))) {
            case ListingTermsValidator.Result.Invalid(var violations) -> now(new ListingOutcome.Invalid(violations));
            case ListingTermsValidator.Result.Valid(var terms) ->
                send(
                        new ChangeListingTerms(meta, environment, person.actor(), listing, terms, draft.reason()),
                        refusal);
        };
    }

    private Optional<ListingOutcome> refusal(
            EnvironmentId environment, ListingId listing, Function<ListingStatus, Optional<ListingOutcome>> more) {
        Optional<ListingStatus> found = book.find(environment, listing);
        if (found.isEmpty()) {
            return Optional.of(new ListingOutcome.Unknown());
        }
        ListingStatus known = found.get();
        if (known.withdrawn()) {
            return Optional.of(new ListingOutcome.Withdrawn());
        }
        return known.isOver(clock.instant()) ? Optional.of(new ListingOutcome.Opened()) : more.apply(known);
    }

    /** @param refusal of a command that was not sent before */
    private Uni<ListingOutcome> send(Command command, Optional<ListingOutcome> refusal) {
        if (!dispatcher.mayPublish(command)) {
            return now(new ListingOutcome.NotYetKnown());
        }
        if (refusal.isPresent() && !dispatcher.contains(command.meta().id())) {
            return now(refusal.get());
        }
        return dispatcher
                .send(command, earlier -> SameRequest.is(earlier, command), settings.answerDeadline())
                .map(result -> outcome(result, command));
    }

    private ListingOutcome outcome(CommandResult<Message> result, Command command) {
        return switch (result) {
            case CommandResult.Answered<Message>(ListingWithdrawn refused) -> new ListingOutcome.Trading();
            case CommandResult.Answered<Message>(ListingAnnounced event) -> done(event);
            case CommandResult.Answered<Message>(ListingEvidenceWithdrawn event) -> done(event);
            case CommandResult.Answered<Message>(ListingTermsChanged event) -> done(event);
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " answers no command about a listing");
            case CommandResult.TimedOut<Message>(boolean recorded) ->
                recorded ? unanswered(command) : new ListingOutcome.NotAcknowledged();
            case CommandResult.NotPublished<Message>() -> new ListingOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new ListingOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new ListingOutcome.KeyReused();
        };
    }

    /** The books have applied the event before the caller is completed; another listing may be the pair's since. */
    private ListingOutcome done(ListingEvent event) {
        return book.find(event.environment(), event.listingId())
                .<ListingOutcome>map(ListingOutcome.Done::new)
                .orElseGet(ListingOutcome.Unknown::new);
    }

    /** The scanner leaves a command unanswered whose listing has opened in the meantime. */
    private ListingOutcome unanswered(Command command) {
        return switch (command) {
            case WithdrawListing it ->
                refusal(it.environment(), it.listingId(), any -> Optional.empty())
                        .orElseGet(ListingOutcome.NoAnswer::new);
            case ChangeListingTerms it ->
                refusal(it.environment(), it.listingId(), any -> Optional.empty())
                        .orElseGet(ListingOutcome.NoAnswer::new);
            default -> new ListingOutcome.NoAnswer();
        };
    }

    private static Uni<ListingOutcome> now(ListingOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
