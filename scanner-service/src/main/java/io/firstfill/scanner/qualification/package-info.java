/** Whether a listing can be bought through the API, by what the exchange says of the pair. */
@NullMarked
package io.firstfill.scanner.qualification;

import org.jspecify.annotations.NullMarked;
