package io.firstfill.ledger.query.result;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import io.firstfill.ledger.query.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects the positions that are summed, and how.
 *
 * @param run null means any
 * @param from when the position was opened, of a day when something was realised; inclusive, null means any
 * @param to exclusive; null means any
 * @param cursor end of the page before; null for the first page
 */
public record ResultRequest(
        EnvironmentId environment,
        By by,
        @Nullable RunId run,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable Cursor cursor) {
    /** By what positions are summed. */
    public enum By {
        POSITION,
        RUN,
        DAY,
        SOURCE,
        STYLE
    }

    public ResultRequest {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(by, "by");
    }

    /** Returns the same request for the page after the cursor. */
    public ResultRequest after(@Nullable Cursor end) {
        return new ResultRequest(environment, by, run, from, to, limit, end);
    }

    /** Returns the request for the positions themselves, whose results need no sums. */
    public PageRequest positions() {
        return new PageRequest(environment, from, to, (String) null, run, null, limit, cursor);
    }

    /** Returns how the key of a cursor is written. */
    public ItemKey key() {
        return by == By.POSITION ? ApiList.POSITIONS.keyType() : ItemKey.SUM;
    }

    /** Returns what identifies everything that selects the sums: a cursor continues no other query. */
    public String query() {
        if (by == By.POSITION) {
            return positions().query(ApiList.POSITIONS);
        }
        String parts = String.join("\n", "result", "" + environment, "" + by, "" + run, "" + from, "" + to);
        return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
