/** Commands with which a person ends what no service can end alone: a record nobody could read, an order in doubt. */
@NullMarked
package io.firstfill.control.intervention;

import org.jspecify.annotations.NullMarked;
