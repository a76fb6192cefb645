/**
 * What the OpenAPI document says beyond the signatures of the resources. The package knows {@code query}, and holds no
 * state.
 */
@NullMarked
package io.firstfill.ledger.web.document;

import org.jspecify.annotations.NullMarked;
