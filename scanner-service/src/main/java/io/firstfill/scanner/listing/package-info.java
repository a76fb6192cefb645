/** What is known of coming and new pairs: one listing per pair and opening, whatever the sources and their order. */
@NullMarked
package io.firstfill.scanner.listing;

import org.jspecify.annotations.NullMarked;
