/** Prices around the opening of a listing. The scanner alone writes this family. */
@NullMarked
package io.firstfill.contract.price;

import org.jspecify.annotations.NullMarked;
