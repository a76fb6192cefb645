/**
 * The ids of the contract, one type each, so that the compiler tells them apart. An id that can be derived is a version
 * 5 UUID of its parts and is the same after every restart. The package knows no other package of the contract.
 */
@NullMarked
package io.firstfill.contract.id;

import org.jspecify.annotations.NullMarked;
