/**
 * The read API over HTTP: one resource per list, the parsing of parameters, entity tags and the answers to bad
 * requests. The package calls {@code query} and the chain verification of {@code journal}, knows no other adapter, and
 * holds no state. Everything here reads; commands go to the control service.
 */
@NullMarked
package io.firstfill.ledger.web;

import org.jspecify.annotations.NullMarked;
