package io.firstfill.ledger.web;

import io.firstfill.contract.id.ListingId;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import io.firstfill.ledger.query.report.PriceRequest;

/** The parameters of the prices of a listing. */
class PriceParameters extends PageParameters {
    PriceRequest request(ListingId listing) {
        Violations violations = new Violations();
        PriceRequest first = new PriceRequest(null, from(violations), to(violations), limit(violations));
        Cursor end = end(ItemKey.UNIQUE_ID, first.query(listing), violations);
        violations.throwIfAny();
        return new PriceRequest(end == null ? null : end.time(), first.from(), first.to(), first.limit());
    }
}
