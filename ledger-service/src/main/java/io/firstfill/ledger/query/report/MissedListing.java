package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A listing that opened and was not bought, as the report of its hour states it.
 *
 * @param hour the beginning of the reported hour
 * @param runId the run that was active at the opening; null where none was
 * @param reason of the denial, rejection, cancellation or skip; else NO_RUN, NO_ORDER, NO_DECISION, UNRESOLVED,
 *     PENDING or CAP_REACHED
 * @param cause OURS where the system failed, CHOICE where people had decided so, EXCHANGE where the exchange refused
 * @param firstMinute null where no price of the first minute is known
 * @param alertId the alert that was raised about it
 */
public record MissedListing(
        EnvironmentId environment,
        UUID missedId,
        UUID reportId,
        Instant hour,
        ListingId listingId,
        Pair pair,
        Instant openedAt,
        @Nullable RunId runId,
        String reason,
        String cause,
        @Nullable String detail,
        @Nullable Integer exchangeCode,
        @Nullable FirstMinute firstMinute,
        @Nullable MessageId alertId) {
    /**
     * What the price did in the minute from the opening on, by the trades that were seen.
     *
     * @param first the price seen first; the percentages are changes from it
     * @param points number of prices seen
     */
    public record FirstMinute(
            Price first,
            Price high,
            Price low,
            Price last,

            @Schema(pattern = FirstMinute.PERCENT, examples = "12.5") @Nullable String highPercent,

            @Schema(pattern = FirstMinute.PERCENT, examples = "12.5") @Nullable String lowPercent,

            @Schema(pattern = FirstMinute.PERCENT, examples = "12.5") @Nullable String lastPercent,

            int points) {
        static final String PERCENT = "^-?[0-9]+(\\.[0-9]+)?$";
    }
}
