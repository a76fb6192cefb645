package io.firstfill.scanner.listing;

import java.time.Instant;

/** A listing whose opening no source states any more. */
public record Withdrawn(Origin origin, Instant opening) implements Listing {}
