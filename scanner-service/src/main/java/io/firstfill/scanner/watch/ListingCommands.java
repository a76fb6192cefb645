package io.firstfill.scanner.watch;

import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The commands of persons about listings that wait to be decided, in their order. Commands and their answers stand on
 * different topics, which are replayed in any order between the two. Commands are decided in their order, so that an
 * answered one shows that every one before it was decided, too, also where nothing was published. Not thread-safe.
 */
final class ListingCommands {
    private final List<Command> waiting = new ArrayList<>();
    private final Set<MessageId> read = new HashSet<>();
    private final Set<MessageId> causes = new HashSet<>();

    /** Adds a command; one that is read twice is added once, and a command about something else never. */
    void add(Command command) {
        boolean about = command instanceof AnnounceListing
                || command instanceof WithdrawListing
                || command instanceof ChangeListingTerms;
        if (about && read.add(command.meta().id())) {
            waiting.add(command);
        }
    }

    /** Notes that the event's cause, if that is a command, is decided. */
    void apply(ListingEvent event) {
        MessageId cause = event.meta().causationId();
        if (cause != null) {
            causes.add(cause);
        }
    }

    /** Returns the commands that are not decided, which count as decided from now on. */
    List<Command> take() {
        int answered = -1;
        for (int i = 0; i < waiting.size(); i++) {
            if (causes.contains(waiting.get(i).meta().id())) {
                answered = i;
            }
        }
        List<Command> open = List.copyOf(waiting.subList(answered + 1, waiting.size()));
        waiting.clear();
        return open;
    }
}
