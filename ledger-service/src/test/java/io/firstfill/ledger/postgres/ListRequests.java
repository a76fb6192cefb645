package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import io.firstfill.ledger.query.PageRequest;
import io.firstfill.ledger.query.PageRequest.Filters;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.query.result.ExitLists;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every combination of filters that the lists accept, over the values that {@link GeneratedLedger} has. */
final class ListRequests {
    static final List<ApiList<?>> LISTS = List.of(
            ApiList.CONFIGURATIONS,
            ApiList.RUNS,
            ApiList.LISTINGS,
            ApiList.ORDERS,
            ApiList.TRADES,
            ApiList.POSITIONS,
            ExitLists.EXITS,
            ExitLists.SELLS,
            ApiList.PERMITS,
            ApiList.ALERTS,
            ReportLists.CREDENTIALS,
            ReportLists.TRADING_STATES,
            ReportLists.CAPS,
            ReportLists.CAP_EVENTS,
            ReportLists.BALANCES,
            ReportLists.GUARDRAILS,
            ReportLists.MISSED_LISTINGS,
            ReportLists.MISSED_REPORTS);

    private static final List<EnvironmentId> ENVIRONMENTS =
            List.of(EnvironmentId.of("busy"), EnvironmentId.of("quiet"));
    private static final List<RunId> RUNS = List.of(run("busy", 0), run("busy", 9), run("quiet", 9));
    private static final List<Pair> PAIRS =
            List.of(Pair.of(GeneratedLedger.OLD_PAIR), Pair.of(GeneratedLedger.COMMON_PAIR));
    private static final List<@Nullable RunId> ANY_RUN = orAny(List.of());
    private static final List<@Nullable Pair> ANY_PAIR = orAny(List.of());

    private static final List<List<String>> NONE = List.of(List.of());
    private static final List<List<String>> REASONS =
            List.of(List.of(), List.of("CLOCK"), List.of("NO_PERMIT", "NO_RUN"));

    /** Bounds of time and a cursor, with and without each other, in the middle of an environment's rows. */
    private record Part(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant cursor) {}

    private ListRequests() {}

    static List<PageRequest> of(ApiList<?> list, int limit, Instant middle) {
        Instant early = middle.minusSeconds(3600);
        List<Part> parts = List.of(
                new Part(null, null, null),
                new Part(early, middle, null),
                new Part(null, null, middle),
                new Part(early, middle.plusSeconds(3600), middle));
        List<PageRequest> requests = new ArrayList<>();
        for (EnvironmentId environment : orAny(ENVIRONMENTS)) {
            for (RunId run : list.byRun() ? orAny(RUNS) : ANY_RUN) {
                for (Pair pair : list.byPair() ? orAny(PAIRS) : ANY_PAIR) {
                    for (String status : orAny(list.statuses())) {
                        parts.forEach(part -> requests.add(new PageRequest(
                                environment, part.from(), part.to(), status, run, pair, limit, cursor(list, part))));
                    }
                }
            }
        }
        requests.addAll(narrowed(list, limit, middle));
        return requests;
    }

    /** Returns requests for kinds, reasons and several statuses, each with the other filters. */
    private static List<PageRequest> narrowed(ApiList<?> list, int limit, Instant middle) {
        List<PageRequest> requests = new ArrayList<>();
        for (EnvironmentId environment : orAny(ENVIRONMENTS)) {
            for (RunId run : list.byRun() ? orAny(RUNS.subList(1, 2)) : ANY_RUN) {
                for (Pair pair : list.byPair() ? orAny(PAIRS.subList(1, 2)) : ANY_PAIR) {
                    for (Filters filters : filters(list, run, pair)) {
                        requests.add(new PageRequest(environment, null, null, filters, limit, null));
                        requests.add(new PageRequest(
                                environment,
                                middle.minusSeconds(3600),
                                null,
                                filters,
                                limit,
                                cursor(list, new Part(null, null, middle))));
                    }
                }
            }
        }
        return requests;
    }

    private static List<Filters> filters(ApiList<?> list, @Nullable RunId run, @Nullable Pair pair) {
        List<String> statuses = list.statuses();
        List<String> two = statuses.size() < 2 ? List.of() : List.of(statuses.getFirst(), statuses.get(1));
        List<String> kinds = list.filters().kinds();
        List<Filters> found = new ArrayList<>();
        for (List<String> kind : kinds.isEmpty() ? NONE : List.of(List.<String>of(), kinds.subList(0, 1), kinds)) {
            for (List<String> reason : list.filters().byReason() ? REASONS : NONE) {
                found.add(new Filters(List.of(), run, pair, kind, reason));
                found.add(new Filters(two, run, pair, kind, reason));
            }
        }
        return found;
    }

    private static <T> List<@Nullable T> orAny(List<T> values) {
        List<@Nullable T> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private static RunId run(String environment, int number) {
        return new RunId(GeneratedLedger.run(environment, number));
    }

    private static @Nullable Cursor cursor(ApiList<?> list, Part part) {
        String key = list.keyType() == ItemKey.UNIQUE_ID ? new UUID(-1, -1).toString() : "zzzz";
        return part.cursor() == null ? null : new Cursor(part.cursor(), key);
    }

    /** Returns the statement with its arguments written into it. */
    static String literal(ListQuery query) {
        String sql = query.sql();
        Tuple arguments = query.arguments();
        for (int i = arguments.size(); i > 0; i--) {
            sql = sql.replace("$" + i, literal(arguments.getValue(i - 1)));
        }
        return sql;
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case String[] texts ->
                Stream.of(texts).map(ListRequests::literal).collect(Collectors.joining(", ", "ARRAY[", "]"));
            case OffsetDateTime time -> "timestamptz '" + time + "'";
            case UUID id -> "uuid '" + id + "'";
            default -> "'" + value + "'";
        };
    }
}
