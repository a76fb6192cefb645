/** Microseconds as numbers and as text, and waiting for a time of the clock. Knows no other package. */
@NullMarked
package io.firstfill.benchmark.time;

import org.jspecify.annotations.NullMarked;
