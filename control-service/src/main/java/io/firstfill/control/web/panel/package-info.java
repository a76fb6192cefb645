/**
 * The serving of the control panel's files. The panel itself is built from {@code src/main/webui} and served by
 * Quinoa. The package knows no other package and holds no state.
 */
@NullMarked
package io.firstfill.control.web.panel;

import org.jspecify.annotations.NullMarked;
