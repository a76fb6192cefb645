/** The positions that are held, the plans by which they end, and the commands by which persons end them. */
@NullMarked
package io.firstfill.control.position;

import org.jspecify.annotations.NullMarked;
