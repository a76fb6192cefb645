/** The sources and their rhythm: each polled on its own, each with its own health. */
@NullMarked
package io.firstfill.scanner.feed;

import org.jspecify.annotations.NullMarked;
