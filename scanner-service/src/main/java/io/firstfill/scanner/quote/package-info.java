/** The best offers of pairs that are about to open, pushed: a first one is trading seen sooner than by asking. */
@NullMarked
package io.firstfill.scanner.quote;

import org.jspecify.annotations.NullMarked;
