/**
 * Values of the contract: money, quantities, assets and the enumerations that several families use. Each value checks
 * and normalises its input. The package knows no other package of the contract.
 */
@NullMarked
package io.firstfill.contract.value;

import org.jspecify.annotations.NullMarked;
