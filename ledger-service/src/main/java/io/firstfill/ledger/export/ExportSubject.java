package io.firstfill.ledger.export;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.result.ExitLists;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be exported. */
public enum ExportSubject {
    ORDERS,
    TRADES,
    POSITIONS,
    EXITS,
    SELLS,
    JOURNAL;

    /** Returns the list of the read API that has the same items and filters; empty for the journal. */
    public Optional<ApiList<?>> list() {
        return switch (this) {
            case ORDERS -> Optional.of(ApiList.ORDERS);
            case TRADES -> Optional.of(ApiList.TRADES);
            case POSITIONS -> Optional.of(ApiList.POSITIONS);
            case EXITS -> Optional.of(ExitLists.EXITS);
            case SELLS -> Optional.of(ExitLists.SELLS);
            case JOURNAL -> Optional.empty();
        };
    }

    /** The name in paths and manifests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportSubject> of(String label) {
        return Arrays.stream(values())
                .filter(subject -> subject.label().equals(label))
                .findFirst();
    }

    Columns columns() {
        return Columns.of(list().<Class<?>>map(ApiList::item).orElse(JournalColumns.class));
    }
}
