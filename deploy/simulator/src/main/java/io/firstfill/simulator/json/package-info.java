/**
 * Holds the Jackson mappers of this process and its format of decimals. The package knows no other package.
 */
@NullMarked
package io.firstfill.simulator.json;

import org.jspecify.annotations.NullMarked;
