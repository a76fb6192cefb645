/**
 * Measures how much time has certainly passed, whatever the wall clock does. The package holds values only; the
 * processor of the Kafka package reads the clocks. It knows no other package.
 */
@NullMarked
package io.firstfill.risk.clock;

import org.jspecify.annotations.NullMarked;
