/** The active runs of an environment, each with its configuration. {@code Runs} owns them. Knows no other package. */
@NullMarked
package io.firstfill.scanner.run;

import org.jspecify.annotations.NullMarked;
