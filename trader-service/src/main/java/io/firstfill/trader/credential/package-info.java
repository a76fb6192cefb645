/**
 * The credential of one environment: read from Vault through a port, proven at the exchange, watched. Owns whether it
 * is valid.
 */
@NullMarked
package io.firstfill.trader.credential;

import org.jspecify.annotations.NullMarked;
