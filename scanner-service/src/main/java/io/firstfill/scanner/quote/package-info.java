/**
 * Pushed best offers of pairs that are about to open: a first offer shows an opening sooner than polling does. Holds
 * the port of the stream, its settings and the choice of pairs; keeps no state. Knows no other package of the service.
 */
@NullMarked
package io.firstfill.scanner.quote;

import org.jspecify.annotations.NullMarked;
