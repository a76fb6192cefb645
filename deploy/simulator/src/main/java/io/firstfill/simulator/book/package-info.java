/** Orders and the matching of them: price first, then time. */
@NullMarked
package io.firstfill.simulator.book;

import org.jspecify.annotations.NullMarked;
