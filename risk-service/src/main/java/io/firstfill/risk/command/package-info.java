/**
 * Answers the commands of persons about an environment: its trading state and its guardrails. The package holds no
 * state; it knows the caps.
 */
@NullMarked
package io.firstfill.risk.command;

import org.jspecify.annotations.NullMarked;
