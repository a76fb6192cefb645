/**
 * The scanner's timers: a port and its implementation on Vert.x. Knows no other package of the service, so that every
 * feature can be handed the timers of a test.
 */
@NullMarked
package io.firstfill.scanner.timer;

import org.jspecify.annotations.NullMarked;
