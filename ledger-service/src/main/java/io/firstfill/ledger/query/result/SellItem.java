package io.firstfill.ledger.query.result;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One order that sells. Durations are in microseconds by the services' clock, and absent unless both ends are known.
 *
 * @param cause of its exit; null until the exit is read, as level and triggerPrice
 * @param attempt of its exit, from 1
 * @param filledAmount quote received, before fees
 * @param fees by asset, as far as they are known
 * @param reason of a rejection or cancellation
 * @param ambiguity why the exchange's answer was unknown; stays when the order has been resolved
 * @param latencyMicros from the price that triggered to the request on the socket
 * @param receivedOverTrigger the average price over the price that triggered, as a fraction: -0.01 is a hundredth less
 */
public record SellItem(
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        MessageId exitId,
        Pair pair,
        ClientOrderId clientOrderId,
        String status,
        Instant createdAt,
        Instant statusAt,
        Instant updatedAt,
        @Nullable ExitCause cause,
        @Nullable Integer level,
        @Nullable Price triggerPrice,
        @Nullable Integer attempt,
        @Nullable String orderType,
        @Nullable Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Instant validUntil,
        @Nullable ExchangeOrderId exchangeOrderId,
        @Nullable Quantity filledQuantity,
        @Nullable Amount filledAmount,
        @Nullable Price averagePrice,
        Map<Asset, Amount> fees,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer httpStatus,
        @Nullable Integer exchangeCode,
        @Nullable String ambiguity,
        @Nullable String resolution,
        SellTimes timeline,
        @Nullable Long latencyMicros,

        @Schema(pattern = "^-?[0-9]+\\.[0-9]{6}$", examples = "-0.001250") @Nullable String receivedOverTrigger) {
    public SellItem {
        fees = Map.copyOf(fees);
    }
}
