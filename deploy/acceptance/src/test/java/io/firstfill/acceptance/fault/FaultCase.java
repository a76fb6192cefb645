package io.firstfill.acceptance.fault;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One listing with the faults that hit it and the result it must have.
 *
 * @param details fields of the listing beyond name and time, as the simulator's control API takes them
 * @param gap how long after the previous case's listing this one opens
 * @param change applied to the listing after the run has decided on it and before it opens
 * @param endings the allowed endings, each the final status of each order attempt, first to last; empty where any final
 *     status will do, as long as the invariant holds
 * @param spent the amount that must have been spent; null where it does not matter; in any case within the quote amount
 * @param answerCode a code that the exchange must have answered at least one order request with
 */
record FaultCase(
        String name,
        JsonObject details,
        Duration gap,
        List<Fault> faults,
        @Nullable Consumer<ListedCase> change,
        List<List<String>> endings,
        @Nullable SpentRange spent,
        @Nullable Integer answerCode) {

    /** More than the second in which listings share the order rate. */
    private static final Duration DEFAULT_GAP = Duration.ofMillis(1250);

    /** A range of amounts in the quote asset, both ends included. */
    record SpentRange(BigDecimal least, BigDecimal most) {}

    FaultCase {
        details = details.copy();
        faults = List.copyOf(faults);
        endings = List.copyOf(endings);
    }

    static FaultCase of(String name) {
        return new FaultCase(name, new JsonObject(), DEFAULT_GAP, List.of(), null, List.of(), null, null);
    }

    FaultCase surprise() {
        return withDetails(new JsonObject().put("surprise", true));
    }

    /** Opens the pair so many milliseconds after the announced time; before it when negative. */
    FaultCase openingLate(long millis) {
        return withDetails(new JsonObject().put("openDelayMillis", millis));
    }

    /** Changes one behaviour setting of the exchange for this pair alone. */
    FaultCase withBehaviour(String key, Object value) {
        return withDetails(new JsonObject().put("behaviour", new JsonObject().put(key, value)));
    }

    /** Opens the pair 20 ms early, so that its first order request, the one that the fault hits, finds it open. */
    FaultCase alreadyOpen() {
        return openingLate(-20);
    }

    FaultCase withFault(Fault fault) {
        List<Fault> all = Stream.concat(faults.stream(), Stream.of(fault)).toList();
        return new FaultCase(name, details, gap, all, change, endings, spent, answerCode);
    }

    FaultCase openingWithPrevious() {
        return openingAfter(Duration.ZERO);
    }

    FaultCase openingAfter(Duration pause) {
        return new FaultCase(name, details, pause, faults, change, endings, spent, answerCode);
    }

    FaultCase beforeOpening(Consumer<ListedCase> applied) {
        return new FaultCase(name, details, gap, faults, applied, endings, spent, answerCode);
    }

    FaultCase endingAs(String... statuses) {
        return new FaultCase(name, details, gap, faults, change, List.of(List.of(statuses)), spent, answerCode);
    }

    /** Allows another ending beside those stated before, where the exchange's own market decides between them. */
    FaultCase orEndingAs(String... statuses) {
        List<List<String>> all =
                Stream.concat(endings.stream(), Stream.of(List.of(statuses))).toList();
        return new FaultCase(name, details, gap, faults, change, all, spent, answerCode);
    }

    FaultCase spendingBetween(String least, String most) {
        SpentRange range = new SpentRange(new BigDecimal(least), new BigDecimal(most));
        return new FaultCase(name, details, gap, faults, change, endings, range, answerCode);
    }

    FaultCase answeredWith(int code) {
        return new FaultCase(name, details, gap, faults, change, endings, spent, code);
    }

    private FaultCase withDetails(JsonObject more) {
        JsonObject all = details.copy().mergeIn(more, true);
        return new FaultCase(name, all, gap, faults, change, endings, spent, answerCode);
    }
}
