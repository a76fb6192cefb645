/**
 * The container images of the services and of the exchange simulator, built without a container engine: glibc of the
 * build machine, a Java runtime of the modules in use, the jars on a flat class path, and an ahead-of-time cache. The
 * images hold no shell and no package manager, and run as a user without rights.
 */
@NullMarked
package io.firstfill.packaging;

import org.jspecify.annotations.NullMarked;
