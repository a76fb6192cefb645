/**
 * Which alerts of an environment are open. The package decides which alert event to publish and publishes nothing
 * itself; each {@link io.firstfill.service.alert.AlertBoard} belongs to the thread that asks it.
 */
@NullMarked
package io.firstfill.service.alert;

import org.jspecify.annotations.NullMarked;
