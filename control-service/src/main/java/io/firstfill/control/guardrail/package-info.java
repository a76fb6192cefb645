/**
 * Guardrails of environments: the draft and its rules, the commands that set guardrails and reset circuit breakers, and
 * the book of what risk-service reports about caps. The package knows commands and configurations, and neither runs nor
 * the start-up gate.
 */
@NullMarked
package io.firstfill.control.guardrail;

import org.jspecify.annotations.NullMarked;
