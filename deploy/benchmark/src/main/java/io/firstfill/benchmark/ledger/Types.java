package io.firstfill.benchmark.ledger;

import java.util.Map;
import java.util.TreeMap;

/** Counts what the journal holds. */
final class Types {
    private Types() {}

    /**
     * Returns the number of records of each type.
     *
     * @throws IllegalStateException when a record could not be read: then the mix is not what the services write
     */
    static Map<String, Long> of(Database database) {
        Map<String, Long> types = new TreeMap<>();
        database.column("SELECT type || ' ' || count(*) FROM journal GROUP BY type")
                .forEach(row -> {
                    String[] parts = row.split(" ", 2);
                    types.put(parts[0], Long.valueOf(parts[1]));
                });
        if (types.containsKey("UnreadableRecord")) {
            throw new IllegalStateException("The ledger could not read every event of the mix: " + types + " "
                    + database.column("SELECT body FROM journal WHERE type = 'UnreadableRecord' LIMIT 1"));
        }
        return types;
    }
}
