/**
 * Measures how long each service takes to start while everything that it depends on runs, and the memory that it then
 * holds. Knows {@code result} only.
 */
@NullMarked
package io.firstfill.benchmark.start;

import org.jspecify.annotations.NullMarked;
