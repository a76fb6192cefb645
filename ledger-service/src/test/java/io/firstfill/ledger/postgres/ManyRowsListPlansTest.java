package io.firstfill.ledger.postgres;

import org.junit.jupiter.api.Tag;

/** The plans of {@link ListPlansTest} at the size of a year of listings. */
@Tag("long")
class ManyRowsListPlansTest extends ListPlansTest {
    @Override
    int rows() {
        return 400_000;
    }

    @Override
    boolean everyTime() {
        return true;
    }
}
