/** The clients that are generated from the OpenAPI documents, signed in. */
@NullMarked
package io.firstfill.acceptance.client;

import org.jspecify.annotations.NullMarked;
