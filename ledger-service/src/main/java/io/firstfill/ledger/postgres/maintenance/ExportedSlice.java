package io.firstfill.ledger.postgres.maintenance;

import java.nio.file.Path;

/**
 * A slice of which the file has been verified.
 *
 * @param sha256 of the file, as its manifest states it
 */
record ExportedSlice(Slice slice, Path file, String sha256) {}
