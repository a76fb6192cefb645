package io.firstfill.ledger.web.otlp;

import io.firstfill.ledger.tracing.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Forms the request ExportTraceServiceRequest of OTLP: its JSON form has ids in hexadecimal and times as strings. */
final class OtlpJson {
    private static final int INTERNAL = 1;
    private static final int ERROR = 2;
    private static final long NANOS = 1_000_000_000L;

    private OtlpJson() {}

    /** Returns what Jackson writes as the request: one resource for each service. */
    static Map<String, Object> request(List<Span> spans) {
        Map<String, List<Span>> byService =
                spans.stream().collect(Collectors.groupingBy(Span::service, LinkedHashMap::new, Collectors.toList()));
        return Map.of(
                "resourceSpans",
                byService.entrySet().stream()
                        .map(entry -> resource(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Map<String, Object> resource(String service, List<Span> spans) {
        return Map.of(
                "resource",
                Map.of("attributes", attributes(Map.of("service.name", service, "service.namespace", "firstfill"))),
                "scopeSpans",
                List.of(Map.of(
                        "scope",
                        Map.of("name", "io.firstfill.ledger.tracing"),
                        "spans",
                        spans.stream().map(OtlpJson::span).toList())));
    }

    private static Map<String, Object> span(Span span) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("traceId", span.trace());
        json.put("spanId", span.id());
        String parent = span.parent();
        if (parent != null) {
            json.put("parentSpanId", parent);
        }
        json.put("name", span.name());
        json.put("kind", INTERNAL);
        json.put("startTimeUnixNano", nanos(span.begin()));
        json.put("endTimeUnixNano", nanos(span.end()));
        json.put("attributes", attributes(span.attributes()));
        if (span.failed()) {
            json.put("status", Map.of("code", ERROR));
        }
        return json;
    }

    private static List<Map<String, Object>> attributes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry ->
                        Map.<String, Object>of("key", entry.getKey(), "value", Map.of("stringValue", entry.getValue())))
                .toList();
    }

    private static String nanos(Instant time) {
        return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano()));
    }
}
