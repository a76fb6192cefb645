/**
 * Exports of the recorded orders, trades, positions and journal to one file each, and the verification of such a file
 * without the ledger. An export is read at one moment of the database, in bounded memory, and ends with a manifest: a
 * file without one was cut. The package knows {@code query} for the lists and {@code journal} for the hash chain; the
 * port {@link io.firstfill.ledger.export.ExportSource} is answered by {@code postgres}. It counts the exports that run;
 * no other state is kept.
 */
@NullMarked
package io.firstfill.ledger.export;

import org.jspecify.annotations.NullMarked;
