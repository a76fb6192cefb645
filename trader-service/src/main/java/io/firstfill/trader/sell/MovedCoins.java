package io.firstfill.trader.sell;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.state.EngineState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices coins that were sold or moved elsewhere while no exit is open: two balances, stated at different times after
 * the last fill has settled, that leave nothing which could be sold. Confined to the event loop.
 */
final class MovedCoins {
    private final EngineState state;
    private final SellParts parts;
    private final SellReadings readings;
    private final SellSettings settings;
    private final ExitEnds ends;
    /** When coins of a position were first found missing. */
    private final Map<PositionId, Instant> missing = new HashMap<>();

    MovedCoins(EngineState state, SellParts parts, SellReadings readings, SellSettings settings, ExitEnds ends) {
        this.state = state;
        this.parts = parts;
        this.readings = readings;
        this.settings = settings;
        this.ends = ends;
    }

    /** To be called about once a second. */
    void check() {
        missing.keySet()
                .removeIf(id -> state.positions().find(id).filter(Position::isOpen).isEmpty());
        state.positions().open().stream()
                .filter(position -> position.openExits().isEmpty()
                        && position.underWay().isEmpty()
                        && position.opening().isPresent())
                .forEach(position -> parts.balances()
                        .known(position.pair().base())
                        .ifPresent(known -> compare(position, known)));
    }

    private void compare(Position position, FreeBalances.Reading known) {
        if (known.askedAt().isBefore(position.changedAt().plus(settings.settling()))) {
            return;
        }
        if (!isMissing(position, known.free().add(known.locked()))) {
            missing.remove(position.id());
            return;
        }
        Instant first = missing.putIfAbsent(position.id(), known.askedAt());
        if (first != null && !known.askedAt().isBefore(first.plus(settings.settling()))) {
            missing.remove(position.id());
            ends.movedElsewhere(position, Optional.empty());
        }
    }

    /** Returns whether the account holds too little for an order, and the books enough. */
    private boolean isMissing(Position position, BigDecimal held) {
        SellTerms terms = readings.terms(position);
        Price price = position.bought().averagePrice().orElse(null);
        BigDecimal books = position.left().value();
        Quantity sellable = terms.rounded(books.min(held), 0);
        return terms.isTooSmall(sellable, price) && !terms.isTooSmall(terms.rounded(books, 0), price);
    }
}
