/** Which runs are active, and with which configuration. */
@NullMarked
package io.firstfill.scanner.run;

import org.jspecify.annotations.NullMarked;
