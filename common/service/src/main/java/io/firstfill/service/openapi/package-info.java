/**
 * The OpenAPI document of each public API, completed when the service is built: value types as texts with their form,
 * which fields are always there, every refusal, headers, examples. Active only in a service with the OpenAPI extension;
 * the package holds no state at run time.
 */
@NullMarked
package io.firstfill.service.openapi;

import org.jspecify.annotations.NullMarked;
