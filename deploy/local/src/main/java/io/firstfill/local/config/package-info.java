/**
 * The settings of one start of the local stack: the options of {@code deploy/up}, the ports of all components and the
 * five services with their JVM flags. Immutable values; knows no other package of the module.
 */
@NullMarked
package io.firstfill.local.config;

import org.jspecify.annotations.NullMarked;
