/**
 * The status of an environment for readers. The package reads the environment book, the run book and the start-up
 * gate, and owns no state.
 */
@NullMarked
package io.firstfill.control.overview;

import org.jspecify.annotations.NullMarked;
