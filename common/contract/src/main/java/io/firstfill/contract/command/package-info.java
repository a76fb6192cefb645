/**
 * Requests of persons and programs. Control-service alone writes commands; ledger, risk, trader and scanner act on
 * them.
 */
@NullMarked
package io.firstfill.contract.command;

import org.jspecify.annotations.NullMarked;
