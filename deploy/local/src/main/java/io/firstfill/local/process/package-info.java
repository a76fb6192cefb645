/**
 * Operating-system processes: starting, pausing and ending the components that run as processes of their own, and
 * ending the orphan processes of a launcher that was killed. Each {@code Component} owns its process and its process
 * file. Knows no other package of the module.
 */
@NullMarked
package io.firstfill.local.process;

import org.jspecify.annotations.NullMarked;
