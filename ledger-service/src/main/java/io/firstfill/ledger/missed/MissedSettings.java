package io.firstfill.ledger.missed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How missed listings are reported. */
@ConfigMapping(prefix = "firstfill.missed-listings")
interface MissedSettings {
    /** How long after its end an hour is reported: what belongs to the hour must have been recorded by then. */
    @WithDefault("5M")
    Duration delay();

    /** Hours that ended longer ago than this and have no report do not get one. */
    @WithDefault("48H")
    Duration catchUp();

    /** How long the alert about a missed listing stays open. */
    @WithDefault("24H")
    Duration alertFor();

    /**
     * Reasons by which people had decided against a listing. A reason in neither list counts as ours, so that a new one
     * alerts until somebody has classified it.
     */
    @WithDefault("NO_RUN,QUOTE_ASSET,NOT_ALLOWED,DENIED_PATTERN,SCHEDULED_OFF,SURPRISE_OFF,LEFT_ALONE,NOT_WANTED,"
            + "CAP_REACHED,TRADING_STATE,PAIR_ALREADY_BOUGHT,BELOW_MINIMUM,ABOVE_MAXIMUM")
    Set<String> byChoice();

    /** Reasons of the exchange. */
    @WithDefault(
            "NOT_QUALIFIED,LISTING_WITHDRAWN,NOT_OPEN,STYLE_REFUSED,TERMINAL,STOPS_RUN,ACCEPTED_THEN_CANCELED,ABSENT,"
                    + "UNRESOLVED,PENDING")
    Set<String> ofExchange();
}
