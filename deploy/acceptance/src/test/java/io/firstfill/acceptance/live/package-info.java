/**
 * Scenarios that begin where a user begins, with the commands of {@code deploy/} as processes of their own: the way to
 * the live exchange rehearsed on the simulator, and a Ctrl-C.
 */
@NullMarked
package io.firstfill.acceptance.live;

import org.jspecify.annotations.NullMarked;
