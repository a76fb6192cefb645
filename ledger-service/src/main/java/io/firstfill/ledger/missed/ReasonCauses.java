package io.firstfill.ledger.missed;

import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says for each reason who is its cause, by the settings. */
@ApplicationScoped
class ReasonCauses {
    /** Reasons that no enum of the contract has; the database makes them in {@code missed_reason}. */
    private static final Set<String> OF_THE_LEDGER =
            Set.of("NO_RUN", "NO_ORDER", "NO_DECISION", "CAP_REACHED", "PENDING", "UNRESOLVED", "ABSENT");

    private final Set<String> byChoice;
    private final Set<String> ofExchange;

    @Inject
    ReasonCauses(MissedSettings settings) {
        this(settings.byChoice(), settings.ofExchange());
    }

    /** Refuses a word that is no reason, and a reason with two causes: a misspelt one would change who is alerted. */
    ReasonCauses(Set<String> byChoice, Set<String> ofExchange) {
        Set<String> wrong = new TreeSet<>(byChoice);
        wrong.addAll(ofExchange);
        wrong.removeAll(known());
        byChoice.stream().filter(ofExchange::contains).forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "firstfill.missed-listings names what is no reason, or has two causes: " + wrong);
        }
        this.byChoice = byChoice;
        this.ofExchange = ofExchange;
    }

    Cause of(String reason) {
        return byChoice.contains(reason) ? Cause.CHOICE : ofExchange.contains(reason) ? Cause.EXCHANGE : Cause.OURS;
    }

    /** Returns every reason for which nothing may have been bought. */
    static Set<String> known() {
        Set<String> names = Stream.<Enum<?>[]>of(
                        DenialReason.values(), SkipReason.values(), Rejection.values(), CancelReason.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toCollection(HashSet::new));
        names.addAll(OF_THE_LEDGER);
        return names;
    }
}
