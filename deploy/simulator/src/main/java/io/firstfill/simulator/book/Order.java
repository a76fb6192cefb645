package io.firstfill.simulator.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One accepted order.
 *
 * <pre>
 *   NEW ──▶ PARTIALLY_FILLED ──▶ FILLED
 *    │             └───────────▶ PARTIALLY_CANCELED
 *    └──▶ FILLED, CANCELED
 * </pre>
 */
public final class Order {

    /** What a client may see from {@code visibleFrom} on (machine clock, microseconds). */
    public record View(
            long visibleFrom,
            OrderStatus status,
            BigDecimal executed,
            BigDecimal executedQuote,
            @Nullable Long updatedMillis) {}

    private final OrderTerms terms;
    private final List<View> views = new ArrayList<>();
    private BigDecimal executed = BigDecimal.ZERO;
    private BigDecimal executedQuote = BigDecimal.ZERO;
    private BigDecimal lastPrice = BigDecimal.ZERO;
    private BigDecimal lastQuantity = BigDecimal.ZERO;
    private OrderStatus status = OrderStatus.NEW;

    public Order(OrderTerms terms) {
        this.terms = terms;
    }

    public OrderTerms terms() {
        return terms;
    }

    public OrderStatus status() {
        return status;
    }

    public BigDecimal executed() {
        return executed;
    }

    public BigDecimal executedQuote() {
        return executedQuote;
    }

    /** Of the latest execution; 0 before the first. */
    public BigDecimal lastQuantity() {
        return lastQuantity;
    }

    public BigDecimal remaining() {
        return terms.quantity().subtract(executed);
    }

    /** What has to stay locked for what is left to do, in the asset this order pays with. */
    public BigDecimal lockLeft() {
        BigDecimal budget = terms.budget();
        return terms.lockFor(remaining(), budget == null ? BigDecimal.ZERO : budget.subtract(executedQuote));
    }

    /** The quantity to report: an order by amount has none of its own, so it is never less than what was executed. */
    public BigDecimal reportedQuantity(View seen) {
        if (terms.budget() == null) {
            return terms.quantity();
        }
        return seen.status() == OrderStatus.FILLED
                ? seen.executed()
                : terms.quantity().max(seen.executed());
    }

    /** How much this order wants at a price, in whole steps; {@code fraction} below 1 makes it stop early. */
    BigDecimal appetite(BigDecimal atPrice, int scale, BigDecimal fraction) {
        BigDecimal budget = terms.budget();
        BigDecimal wanted = budget == null
                ? terms.quantity().multiply(fraction).subtract(executed)
                : budget.multiply(fraction).subtract(executedQuote).divide(atPrice, scale, RoundingMode.DOWN);
        return wanted.setScale(scale, RoundingMode.DOWN).max(BigDecimal.ZERO);
    }

    void fill(BigDecimal price, BigDecimal quantity, int scale) {
        executed = executed.add(quantity);
        executedQuote = executedQuote.add(price.multiply(quantity));
        lastPrice = price;
        lastQuantity = quantity;
        status = isComplete(scale) ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    private boolean isComplete(int scale) {
        return terms.budget() == null
                ? remaining().signum() <= 0
                : appetite(lastPrice, scale, BigDecimal.ONE).signum() == 0;
    }

    void cancel() {
        status = executed.signum() == 0 ? OrderStatus.CANCELED : OrderStatus.PARTIALLY_CANCELED;
    }

    /** Makes the present state visible to its owner from an instant on. */
    public void show(long visibleFrom, @Nullable Long updatedMillis) {
        views.add(new View(visibleFrom, status, executed, executedQuote, updatedMillis));
    }

    /** The state the owner sees at an instant; the first one when even that is still to come. */
    public View viewAt(long machineMicros) {
        View seen = views.getFirst();
        for (View view : views) {
            if (view.visibleFrom() <= machineMicros) {
                seen = view;
            }
        }
        return seen;
    }

    /** The true state, whether its owner can query it yet or not. */
    public View latest() {
        return views.getLast();
    }

    @Override
    public String toString() {
        return terms.id() + " " + terms.side() + " " + terms.type() + " " + executed + "/" + terms.quantity() + " "
                + status;
    }
}
