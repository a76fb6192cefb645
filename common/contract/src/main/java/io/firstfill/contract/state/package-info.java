/** The trading state of each environment. Risk-service alone writes this family and owns the state. */
@NullMarked
package io.firstfill.contract.state;

import org.jspecify.annotations.NullMarked;
