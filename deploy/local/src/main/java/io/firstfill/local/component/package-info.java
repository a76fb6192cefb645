/**
 * How each component of the stack is started and found ready: command lines, environment variables, the broker's main
 * class, the readiness probe, the account at the simulator. Owns no running process. Knows {@code config}, {@code
 * state}, {@code process}, {@code secrets} and {@code identity}.
 */
@NullMarked
package io.firstfill.local.component;

import org.jspecify.annotations.NullMarked;
