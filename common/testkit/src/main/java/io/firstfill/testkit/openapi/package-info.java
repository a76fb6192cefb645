/**
 * The OpenAPI documents of the public APIs: the committed files, the rules that a document keeps, and the check of an
 * answer against what its document says.
 */
@NullMarked
package io.firstfill.testkit.openapi;

import org.jspecify.annotations.NullMarked;
