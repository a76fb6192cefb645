/**
 * Answers about the key's account: rights, balances, the key of the private stream. Immutable records, known to the
 * clients and the stream; the package knows {@code reading} only.
 */
@NullMarked
package io.firstfill.mexc.account;

import org.jspecify.annotations.NullMarked;
