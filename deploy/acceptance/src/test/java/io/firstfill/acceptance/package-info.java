/**
 * Scenarios against the whole running stack, through the gateway as a user and through the simulator's control API:
 * start and stop, buys, crashes, take-over by a second trader. {@code RunningStack} owns the one stack that all
 * scenarios share. Knows {@code ledger}, and of {@code deploy/local} the packages {@code config}, {@code launch} and
 * {@code client}.
 */
@NullMarked
package io.firstfill.acceptance;

import org.jspecify.annotations.NullMarked;
