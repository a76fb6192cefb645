/**
 * Measures our services beside two others who buy the same openings: a rival that knows when they open, and a poller.
 * Each has an account and an exit address of its own. Knows {@code result} and {@code time}.
 */
@NullMarked
package io.firstfill.benchmark.contest;

import org.jspecify.annotations.NullMarked;
