package io.firstfill.simulator.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One accepted order: its terms, its execution, and the states that its owner may query.
 *
 * <pre>
 *   NEW ──▶ PARTIALLY_FILLED ──▶ FILLED
 *    │             └───────────▶ PARTIALLY_CANCELED
 *    └──▶ FILLED, CANCELED
 * </pre>
 */
public final class Order {

    /**
     * A state of the order as queries show it.
     *
     * @param visibleFrom from when queries show the state, machine clock, microseconds
     * @param updatedMillis server time of the change; null for a new order
     */
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

    /** The quantity of the latest execution; 0 before the first. */
    public BigDecimal lastQuantity() {
        return lastQuantity;
    }

    public BigDecimal remaining() {
        return terms.quantity().subtract(executed);
    }

    /** The amount that must stay locked for the unexecuted rest, in the asset with which this order pays. */
    public BigDecimal remainingLock() {
        BigDecimal budget = terms.budget();
        return terms.lockFor(remaining(), budget == null ? BigDecimal.ZERO : budget.subtract(executedQuote));
    }

    /**
     * The quantity to report. That of an order by amount is an estimate, so at least the executed quantity is reported.
     */
    public BigDecimal reportedQuantity(View view) {
        if (terms.budget() == null) {
            return terms.quantity();
        }
        return view.status() == OrderStatus.FILLED
                ? view.executed()
                : terms.quantity().max(view.executed());
    }

    /**
     * The quantity that this order can still take at a price, rounded down to {@code scale} decimals.
     *
     * @param fraction the part of the order that may be executed; 1 for all of it
     */
    BigDecimal matchableQuantity(BigDecimal atPrice, int scale, BigDecimal fraction) {
        BigDecimal budget = terms.budget();
        BigDecimal matchable = budget == null
                ? terms.quantity().multiply(fraction).subtract(executed)
                : budget.multiply(fraction).subtract(executedQuote).divide(atPrice, scale, RoundingMode.DOWN);
        return matchable.setScale(scale, RoundingMode.DOWN).max(BigDecimal.ZERO);
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
                : matchableQuantity(lastPrice, scale, BigDecimal.ONE).signum() == 0;
    }

    void cancel() {
        status = executed.signum() == 0 ? OrderStatus.CANCELED : OrderStatus.PARTIALLY_CANCELED;
    }

    /** Adds the present state to the views; queries show it from {@code visibleFrom} on. */
    public void addView(long visibleFrom, @Nullable Long updatedMillis) {
        views.add(new View(visibleFrom, status, executed, executedQuote, updatedMillis));
    }

    /** The newest view that is visible at an instant; the first view when none is visible yet. */
    public View viewAt(long machineMicros) {
        View visible = views.getFirst();
        for (View view : views) {
            if (view.visibleFrom() <= machineMicros) {
                visible = view;
            }
        }
        return visible;
    }

    /** The latest state, whether queries show it yet or not. */
    public View latest() {
        return views.getLast();
    }

    @Override
    public String toString() {
        return terms.id() + " " + terms.side() + " " + terms.type() + " " + executed + "/" + terms.quantity() + " "
                + status;
    }
}
