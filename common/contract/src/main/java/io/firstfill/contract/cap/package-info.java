/** The caps of each environment and their use. Risk-service alone writes this family. */
@NullMarked
package io.firstfill.contract.cap;

import org.jspecify.annotations.NullMarked;
