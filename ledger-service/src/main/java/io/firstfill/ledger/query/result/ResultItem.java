package io.firstfill.ledger.query.result;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.ledger.query.PositionItem;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What positions have brought, summed over those of one key and one quote asset: amounts in different assets are never
 * added. {@code RESULT.md} states each figure.
 *
 * @param key the position, run, UTC day (yyyy-mm-dd), source or order style; UNKNOWN where a position has none
 * @param positions of a day: those opened on it
 * @param open positions that are still open; absent of a day
 * @param cost quote spent
 * @param proceeds quote received by sells, before fees
 * @param fees in quote: those taken in quote, and the cost of what was taken in the base asset
 * @param otherFees taken in other assets, which no figure in quote holds; absent of a day
 * @param realised proceeds less the cost of what was sold and written off, less fees
 * @param unrealised what the open positions are worth at the last bid, less their cost; absent of a day, and where no
 *     bid is known
 * @param unpriced open positions without a bid; they are not in unrealised
 * @param paidOverFirstTrade quote paid beyond the first trade's price; absent where that is known of no position
 * @param receivedOverFirstTrade quote received beyond the first trade's price
 * @param receivedOverTrigger quote received beyond the prices that triggered; negative is slippage
 */
public record ResultItem(
        EnvironmentId environment,
        String key,
        Asset quote,
        long positions,
        @Nullable Long open,
        Amount cost,
        Amount proceeds,
        Amount fees,
        @Nullable Map<Asset, Amount> otherFees,
        @Schema(pattern = SIGNED, examples = "-1.25") String realised,

        @Schema(pattern = SIGNED, examples = "0.5") @Nullable String unrealised,

        @Nullable Long unpriced,

        @Schema(pattern = SIGNED, examples = "0.31") @Nullable String paidOverFirstTrade,

        @Schema(pattern = SIGNED, examples = "12.5") @Nullable String receivedOverFirstTrade,

        @Schema(pattern = SIGNED, examples = "-0.02") @Nullable String receivedOverTrigger) {
    /** A decimal that may be negative. */
    public static final String SIGNED = "^-?[0-9]+(\\.[0-9]+)?$";

    public ResultItem {
        otherFees = otherFees == null ? null : Map.copyOf(otherFees);
    }

    /** Returns the result of one position. */
    public static ResultItem of(PositionItem position) {
        boolean open = position.closedAt() == null;
        return new ResultItem(
                position.environment(),
                position.positionId().toString(),
                position.pair().quote(),
                1,
                open ? 1L : 0L,
                position.cost() == null ? Amount.ZERO : position.cost(),
                position.proceeds() == null ? Amount.ZERO : position.proceeds(),
                position.fees(),
                position.otherFees(),
                position.realised(),
                position.unrealised(),
                open && position.bid() == null ? 1L : 0L,
                position.paidOverFirstTrade(),
                position.receivedOverFirstTrade(),
                position.receivedOverTrigger());
    }
}
