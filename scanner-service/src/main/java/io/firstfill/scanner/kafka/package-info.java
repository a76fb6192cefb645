/** The scanner's topics. */
@NullMarked
package io.firstfill.scanner.kafka;

import org.jspecify.annotations.NullMarked;
