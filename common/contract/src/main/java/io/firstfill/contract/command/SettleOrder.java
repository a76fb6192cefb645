package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * Command to end an order in doubt by hand: a person states what the exchange executed. The trader answers with
 * OrderResolved and the event that ends the order.
 *
 * @param executedQuantity bought, in the base asset; zero when nothing was executed
 * @param executedQuote spent, in the quote asset; zero exactly when {@code executedQuantity} is zero
 * @param reason where the person knows it from
 */
@Since(2)
public record SettleOrder(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        ClientOrderId clientOrderId,
        Quantity executedQuantity,
        Amount executedQuote,
        String reason)
        implements Command {
    public SettleOrder {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(executedQuantity, "executedQuantity");
        Objects.requireNonNull(executedQuote, "executedQuote");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
        if (executedQuantity.isZero() != executedQuote.equals(Amount.ZERO)) {
            throw new IllegalArgumentException("executedQuantity and executedQuote must both be zero, or neither");
        }
    }
}
