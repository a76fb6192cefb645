package io.firstfill.acceptance;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One listing that meets a fault, and what must have become of it.
 *
 * @param listing more about it than a name and a time
 * @param after how long after the row before it this one opens
 * @param meanwhile done to it when it is known and wanted, before its opening
 * @param ends how its order attempts end, first to last; empty where any end will do that keeps the invariant
 * @param spent null where that is not the point; within the quote amount in any case
 * @param answered a code that at least one of its order requests was answered with
 */
record Row(
        String name,
        JsonObject listing,
        Duration after,
        List<Fault> faults,
        @Nullable Consumer<Listed> meanwhile,
        List<String> ends,
        @Nullable Spent spent,
        @Nullable Integer answered) {

    /** More than the second in which listings share the order rate. */
    private static final Duration USUAL = Duration.ofMillis(1250);

    /** In quote. */
    record Spent(BigDecimal least, BigDecimal most) {}

    Row {
        listing = listing.copy();
        faults = List.copyOf(faults);
        ends = List.copyOf(ends);
    }

    static Row of(String name) {
        return new Row(name, new JsonObject(), USUAL, List.of(), null, List.of(), null, null);
    }

    Row surprising() {
        return detailed(new JsonObject().put("surprise", true));
    }

    /** Truly opens so long after the announced instant. */
    Row openingLate(long millis) {
        return detailed(new JsonObject().put("openDelayMillis", millis));
    }

    /** A switch of this pair alone. */
    Row with(String key, Object value) {
        return detailed(new JsonObject().put("behaviour", new JsonObject().put(key, value)));
    }

    /** Open when its first order request comes, as that one is the one that goes wrong. */
    Row open() {
        return openingLate(-20);
    }

    Row meeting(Fault fault) {
        List<Fault> all = Stream.concat(faults.stream(), Stream.of(fault)).toList();
        return new Row(name, listing, after, all, meanwhile, ends, spent, answered);
    }

    Row openingWithTheOneBefore() {
        return after(Duration.ZERO);
    }

    Row after(Duration pause) {
        return new Row(name, listing, pause, faults, meanwhile, ends, spent, answered);
    }

    Row meanwhile(Consumer<Listed> change) {
        return new Row(name, listing, after, faults, change, ends, spent, answered);
    }

    Row ends(String... statuses) {
        return new Row(name, listing, after, faults, meanwhile, List.of(statuses), spent, answered);
    }

    Row spending(String least, String most) {
        Spent bounds = new Spent(new BigDecimal(least), new BigDecimal(most));
        return new Row(name, listing, after, faults, meanwhile, ends, bounds, answered);
    }

    Row answered(int code) {
        return new Row(name, listing, after, faults, meanwhile, ends, spent, code);
    }

    private Row detailed(JsonObject more) {
        JsonObject all = listing.copy().mergeIn(more, true);
        return new Row(name, all, after, faults, meanwhile, ends, spent, answered);
    }
}
