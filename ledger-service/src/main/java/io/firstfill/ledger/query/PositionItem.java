package io.firstfill.ledger.query;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.ledger.query.result.ResultItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A position: what a run holds or held of a pair from its fills, and its result in quote. {@code RESULT.md} states each
 * figure.
 *
 * @param status OPEN or CLOSED
 * @param quantity what is left; 0 of a closed position
 * @param proceeds quote received by its sells, before fees; null where nothing was sold
 * @param reason why it has ended
 * @param left what could not be sold
 * @param leftWorth what that was worth at the last bid
 * @param plan by which it ends; null where it ends by none
 * @param plannedBy who has set the plan; null where it is that of the run's configuration
 * @param fees in quote: those taken in quote, and the cost of what was taken in the base asset
 * @param otherFees taken in other assets
 * @param leftCost what the rest has cost; of a closed position written off, unless it was moved elsewhere
 * @param unrealised absent where no bid is known
 * @param bid the last one known
 * @param priceStale whether that was too old, or its book too odd, to trigger anything
 * @param nextTriggers the prices that trigger next
 * @param paidOverFirstTrade quote paid beyond the first trade's price
 * @param receivedOverTrigger quote received beyond the prices that triggered; negative is slippage
 * @param source from which the listing was known
 * @param style of the run's buys
 */
public record PositionItem(
        EnvironmentId environment,
        PositionId positionId,
        RunId runId,
        Pair pair,
        String status,
        @Nullable Quantity quantity,
        @Nullable Amount cost,
        @Nullable Price averagePrice,
        @Nullable Amount proceeds,
        @Nullable PositionHolder heldBy,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        Quantity sold,
        @Nullable PositionEnd reason,
        @Nullable Quantity left,
        @Nullable Amount leftWorth,
        @Nullable ExitPlan plan,
        @Nullable Instant plannedAt,
        @Nullable Actor plannedBy,
        Amount fees,
        Map<Asset, Amount> otherFees,
        @Nullable Amount leftCost,

        @Schema(pattern = ResultItem.SIGNED, examples = "-1.25")
        String realised,

        @Schema(pattern = ResultItem.SIGNED, examples = "0.5") @Nullable String unrealised,

        @Nullable Price bid,
        @Nullable Instant pricedAt,
        @Nullable Boolean priceStale,
        @Nullable List<NextTrigger> nextTriggers,
        @Nullable Price firstTradePrice,

        @Schema(pattern = ResultItem.SIGNED, examples = "0.31") @Nullable String paidOverFirstTrade,

        @Schema(pattern = ResultItem.SIGNED, examples = "12.5") @Nullable String receivedOverFirstTrade,

        @Schema(pattern = ResultItem.SIGNED, examples = "-0.02") @Nullable String receivedOverTrigger,

        @Nullable String source,
        @Nullable String style) {
    public PositionItem {
        otherFees = Map.copyOf(otherFees);
        nextTriggers = nextTriggers == null ? null : List.copyOf(nextTriggers);
    }
}
