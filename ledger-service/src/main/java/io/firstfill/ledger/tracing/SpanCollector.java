package io.firstfill.ledger.tracing;

import java.util.List;

/** Takes spans for whoever shows them. */
public interface SpanCollector {
    boolean isConfigured();

    /** Takes spans without waiting for anything; drops them where too many wait. */
    void take(List<Span> spans);
}
