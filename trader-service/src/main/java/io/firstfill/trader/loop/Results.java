package io.firstfill.trader.loop;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hands the result of a stage on, so that a failure on the way is logged and not lost. */
public final class Results {
    private static final Logger LOG = Logger.getLogger(Results.class);

    private Results() {}

    /**
     * Calls the next stage with the result, on the thread that completes the result and before anything else runs on
     * it: no other event may come between a committed decision and what follows from it.
     */
    public static <T> void route(CompletionStage<T> result, Consumer<? super T> next) {
        result.whenComplete((value, failure) -> {
            if (failure != null) {
                LOG.error("A stage failed", failure);
                return;
            }
            try {
                next.accept(value);
            } catch (RuntimeException | Error bug) {
                LOG.error("Routing a result failed", bug);
            }
        });
    }
}
