/** The exchange's public endpoints as feeds. */
@NullMarked
package io.firstfill.scanner.mexc;

import org.jspecify.annotations.NullMarked;
