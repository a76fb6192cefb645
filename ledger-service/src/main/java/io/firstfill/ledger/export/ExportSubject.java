package io.firstfill.ledger.export;

import io.firstfill.ledger.query.ApiList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be exported. */
public enum ExportSubject {
    ORDERS(ApiList.ORDERS),
    TRADES(ApiList.TRADES),
    POSITIONS(ApiList.POSITIONS),
    JOURNAL(null);

    private final @Nullable ApiList<?> list;

    ExportSubject(@Nullable ApiList<?> list) {
        this.list = list;
    }

    /** Returns the list of the read API that has the same items and filters; empty for the journal. */
    public Optional<ApiList<?>> list() {
        return Optional.ofNullable(list);
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
        return Columns.of(list == null ? JournalColumns.class : list.item());
    }
}
