package io.firstfill.scanner.listing;

import java.time.Instant;

/** No source states its opening any more. */
public record Withdrawn(Origin origin, Instant opening) implements Listing {}
