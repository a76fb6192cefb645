/**
 * Ahead-of-time caches of the services: classes loaded and linked in a training run, which a later start maps instead
 * of loading and linking them again. A cache belongs to one JVM and one class path; the JVM refuses any other, says so
 * in the service's log, and starts without it. Knows {@code config} only.
 */
@NullMarked
package io.firstfill.local.aot;

import org.jspecify.annotations.NullMarked;
