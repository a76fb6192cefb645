/**
 * The decisions that only the ledger can make: each answers one kind of command on {@code runs.v1}. A decision is a
 * pure function of the command, its {@code Inputs} and the time. The package knows the contract and no other package of
 * the ledger, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.decision;

import org.jspecify.annotations.NullMarked;
