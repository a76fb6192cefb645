package io.firstfill.trader.listing;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;

/** One listing wanted by one run: at most one buy of it is ever alive. */
public record ListingKey(RunId runId, ListingId listingId) {}
