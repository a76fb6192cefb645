/**
 * Scenarios with values and records that nobody should send: every field of the REST APIs, every answer and push of the
 * exchange, and records on the topics that no service can process. Each ends with both environments buying. Knows the
 * root package and {@code ledger}.
 */
@NullMarked
package io.firstfill.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
