/**
 * Answers about the key's account: rights, balances, the key of the private stream. Immutable records, known to the
 * clients and the stream; the package knows no other package of this module.
 */
@NullMarked
package io.firstfill.mexc.account;

import org.jspecify.annotations.NullMarked;
