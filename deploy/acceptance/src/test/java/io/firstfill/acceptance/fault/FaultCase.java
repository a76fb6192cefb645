package io.firstfill.acceptance.fault;

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
record FaultCase(
        String name,
        JsonObject listing,
        Duration after,
        List<Fault> faults,
        @Nullable Consumer<ListedCase> meanwhile,
        List<String> ends,
        @Nullable Spent spent,
        @Nullable Integer answered) {

    /** More than the second in which listings share the order rate. */
    private static final Duration USUAL = Duration.ofMillis(1250);

    /** In quote. */
    record Spent(BigDecimal least, BigDecimal most) {}

    FaultCase {
        listing = listing.copy();
        faults = List.copyOf(faults);
        ends = List.copyOf(ends);
    }

    static FaultCase of(String name) {
        return new FaultCase(name, new JsonObject(), USUAL, List.of(), null, List.of(), null, null);
    }

    FaultCase surprising() {
        return detailed(new JsonObject().put("surprise", true));
    }

    /** Truly opens so long after the announced instant. */
    FaultCase openingLate(long millis) {
        return detailed(new JsonObject().put("openDelayMillis", millis));
    }

    /** A switch of this pair alone. */
    FaultCase with(String key, Object value) {
        return detailed(new JsonObject().put("behaviour", new JsonObject().put(key, value)));
    }

    /** Open when its first order request comes, as that one is the one that goes wrong. */
    FaultCase open() {
        return openingLate(-20);
    }

    FaultCase meeting(Fault fault) {
        List<Fault> all = Stream.concat(faults.stream(), Stream.of(fault)).toList();
        return new FaultCase(name, listing, after, all, meanwhile, ends, spent, answered);
    }

    FaultCase openingWithTheOneBefore() {
        return after(Duration.ZERO);
    }

    FaultCase after(Duration pause) {
        return new FaultCase(name, listing, pause, faults, meanwhile, ends, spent, answered);
    }

    FaultCase meanwhile(Consumer<ListedCase> change) {
        return new FaultCase(name, listing, after, faults, change, ends, spent, answered);
    }

    FaultCase ends(String... statuses) {
        return new FaultCase(name, listing, after, faults, meanwhile, List.of(statuses), spent, answered);
    }

    FaultCase spending(String least, String most) {
        Spent bounds = new Spent(new BigDecimal(least), new BigDecimal(most));
        return new FaultCase(name, listing, after, faults, meanwhile, ends, bounds, answered);
    }

    FaultCase answered(int code) {
        return new FaultCase(name, listing, after, faults, meanwhile, ends, spent, code);
    }

    private FaultCase detailed(JsonObject more) {
        JsonObject all = listing.copy().mergeIn(more, true);
        return new FaultCase(name, all, after, faults, meanwhile, ends, spent, answered);
    }
}
