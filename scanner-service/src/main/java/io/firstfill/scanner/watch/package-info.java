/** One environment under watch: sightings and messages in, facts out. */
@NullMarked
package io.firstfill.scanner.watch;

import org.jspecify.annotations.NullMarked;
