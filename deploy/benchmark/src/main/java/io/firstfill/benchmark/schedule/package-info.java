/**
 * What the benchmark opens and buys: how many listings of each phase, when each opens, the driver that adds them at the
 * simulator, and the run that buys them. The schedule is a pure function of volume, seed and begin. Knows {@code time}.
 */
@NullMarked
package io.firstfill.benchmark.schedule;

import org.jspecify.annotations.NullMarked;
