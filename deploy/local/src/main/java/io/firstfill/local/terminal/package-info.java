/**
 * What a command asks a person: a line, or a secret without echo. {@code Terminal} holds no state beyond the process's
 * input. Knows no other package of the module.
 */
@NullMarked
package io.firstfill.local.terminal;

import org.jspecify.annotations.NullMarked;
