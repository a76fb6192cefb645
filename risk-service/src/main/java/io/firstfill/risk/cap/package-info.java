/** The three caps, one policy each. The package knows only values of the contract and holds no state. */
@NullMarked
package io.firstfill.risk.cap;

import org.jspecify.annotations.NullMarked;
