/**
 * The signs of life of the services, by environment. {@code HeartbeatBook} owns what was heard since control started.
 * The package knows only the root package.
 */
@NullMarked
package io.firstfill.control.liveness;

import org.jspecify.annotations.NullMarked;
