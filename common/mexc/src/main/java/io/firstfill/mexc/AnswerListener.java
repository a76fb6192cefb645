package io.firstfill.mexc;

import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.reading.SkippedRows;

/** Learns of every answer whether all of it could be read. Called on an event loop; must not block. */
@FunctionalInterface
public interface AnswerListener {

    /** @param skipped empty when the whole answer was read */
    void answered(MexcEndpoint endpoint, SkippedRows skipped);
}
