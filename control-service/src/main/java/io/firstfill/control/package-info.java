/**
 * The settings of control-service and the interface of its books. The package knows the contract only, and every
 * other package may know it.
 */
@NullMarked
package io.firstfill.control;

import org.jspecify.annotations.NullMarked;
