/**
 * How every API answers a request body that it cannot read, and a reader that has the answer already. The package knows
 * Jackson and HTTP; it keeps no state.
 */
@NullMarked
package io.firstfill.service.web;

import org.jspecify.annotations.NullMarked;
