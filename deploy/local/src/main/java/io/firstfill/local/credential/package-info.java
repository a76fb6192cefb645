/**
 * The command {@code deploy/secret}: stores an exchange key in the stack's secrets, or in a Vault, and shows what the
 * exchange says of it. The key is read from standard input and is in no argument, no file and no output. Knows {@code
 * config}, {@code secrets}, {@code identity} and {@code terminal}.
 */
@NullMarked
package io.firstfill.local.credential;

import org.jspecify.annotations.NullMarked;
