/**
 * The rates at which scanner and trader may send to the exchange from the address they share,
 * and whom they trust there. The package holds settings only; each service counts what it sends.
 */
@NullMarked
package io.firstfill.service.egress;

import org.jspecify.annotations.NullMarked;
