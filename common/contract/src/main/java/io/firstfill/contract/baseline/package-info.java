/**
 * The symbols the scanner has seen. The scanner alone writes and reads this family: it is the scanner's state across
 * restarts.
 */
@NullMarked
package io.firstfill.contract.baseline;

import org.jspecify.annotations.NullMarked;
