/** Reads the plans by which positions end, as persons write them. */
@NullMarked
package io.firstfill.control.configuration.exit;

import org.jspecify.annotations.NullMarked;
