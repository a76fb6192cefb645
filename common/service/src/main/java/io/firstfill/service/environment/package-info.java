/**
 * The environments of a deployment: which exchange each one reaches, and whether its orders move real money. The
 * settings are read and checked once at the start; nothing changes them afterwards.
 */
@NullMarked
package io.firstfill.service.environment;

import org.jspecify.annotations.NullMarked;
