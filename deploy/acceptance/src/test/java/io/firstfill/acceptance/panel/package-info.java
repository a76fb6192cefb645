/** The control panel in a browser, against the running stack. Knows the root package. */
@NullMarked
package io.firstfill.acceptance.panel;

import org.jspecify.annotations.NullMarked;
