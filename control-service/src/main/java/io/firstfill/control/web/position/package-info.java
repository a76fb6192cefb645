/** The REST resources of positions: what is held, how it ends, and what a person sells. */
@NullMarked
package io.firstfill.control.web.position;

import org.jspecify.annotations.NullMarked;
