/** The prices of positions that are open. The trader alone writes this family. */
@NullMarked
package io.firstfill.contract.mark;

import org.jspecify.annotations.NullMarked;
