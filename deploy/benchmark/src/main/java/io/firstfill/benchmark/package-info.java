/**
 * The program behind {@code deploy/bench}: measures how fast scheduled openings and surprise listings are bought on a
 * stack of its own, each against the exchange's own log and beside the reference floor of the same machine in the same
 * minutes. Holds the main class, its options and the order of one measurement; knows every subpackage, and of {@code
 * deploy/local} the packages {@code config}, {@code launch} and {@code client}.
 */
@NullMarked
package io.firstfill.benchmark;

import org.jspecify.annotations.NullMarked;
