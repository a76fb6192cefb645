/**
 * Guards the calls of a service to a peer that may hang or fail, such as Vault or the ledger, by SmallRye Fault
 * Tolerance. For calls beside the orders only: an order is submitted once, by its own rules.
 */
@NullMarked
package io.firstfill.service.guard;

import org.jspecify.annotations.NullMarked;
