/**
 * What a person or a program asks for. Control-service alone writes commands; ledger, risk, trader and scanner act on
 * them.
 */
@NullMarked
package io.firstfill.contract.command;

import org.jspecify.annotations.NullMarked;
