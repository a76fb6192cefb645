package io.firstfill.risk.exposure;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The open positions of an environment. A position counts from the fill that opens it, not from the PositionOpened that
 * follows: between the two a permit for one more would be granted.
 *
 * @param known the latest ones
 * @param others number of positions beyond those known one by one; any cap refuses long before
 * @param complete whether the positions that were opened before the book was begun are among them; false in one that
 *     replaces a lost book, and null in a book stored before this was known
 */
public record Positions(
        List<Position> known, int others, @Nullable Boolean complete) {
    public static final Positions NONE = new Positions(List.of(), 0, false);

    /** As many as the highest limit of open positions. */
    static final int KNOWN_LIMIT = 1_000;

    public Positions {
        known = List.copyOf(known);
    }

    /** Returns whether the positions that were opened before the book was begun are among them. */
    public boolean countsThePast() {
        return Boolean.TRUE.equals(complete);
    }

    public int count() {
        return known.size() + others;
    }

    public Optional<Position> find(PositionId id) {
        return known.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Adds the positions that are open by the events of the past, and that are not known. */
    public Positions completed(List<Position> open) {
        Positions all = this;
        for (Position each : open) {
            if (find(each.id()).isEmpty()) {
                all = all.put(each);
            }
        }
        return new Positions(all.known, all.others, true);
    }

    /** A fill of the position. */
    public Positions filled(PositionId id) {
        Position held = find(id).orElseGet(() -> new Position(id, Amount.ZERO, Amount.ZERO, false));
        return put(held.costing(held.cost()));
    }

    /** An order in doubt that may have opened the position. */
    public Positions assumed(PositionId id) {
        return find(id).isPresent() ? this : put(new Position(id, Amount.ZERO, Amount.ZERO, true));
    }

    /** The order in doubt does not exist. */
    public Positions absent(PositionId id) {
        return find(id).filter(Position::assumed).map(this::without).orElse(this);
    }

    public Positions costing(PositionId id, Amount cost) {
        return changed(id, held -> held.costing(cost));
    }

    public Positions paying(PositionId id, Amount fee) {
        return changed(id, held -> held.paying(fee));
    }

    /** A part of the position was sold. */
    public Positions selling(PositionId id, Amount proceeds, Amount soldCost) {
        return changed(id, held -> held.sold(proceeds, soldCost));
    }

    public Positions closed(PositionId id) {
        return find(id).map(this::without).orElseGet(() -> new Positions(known, Math.max(0, others - 1), complete));
    }

    /** Changes a position; one that is unknown is new, unless it may be one of those no longer known one by one. */
    private Positions changed(PositionId id, UnaryOperator<Position> change) {
        Optional<Position> held = find(id);
        return held.isEmpty() && others > 0
                ? this
                : put(change.apply(held.orElseGet(() -> new Position(id, Amount.ZERO, Amount.ZERO, false))));
    }

    private Positions put(Position position) {
        List<Position> all = new ArrayList<>(known);
        all.removeIf(each -> each.id().equals(position.id()));
        all.add(position);
        return all.size() > KNOWN_LIMIT
                ? new Positions(all.subList(1, all.size()), others + 1, complete)
                : new Positions(all, others, complete);
    }

    private Positions without(Position closed) {
        return new Positions(known.stream().filter(each -> !each.equals(closed)).toList(), others, complete);
    }
}
