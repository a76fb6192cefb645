/** The health checks that every service with an inbox has. The package reads the inbox's state and keeps none. */
@NullMarked
package io.firstfill.service.health;

import org.jspecify.annotations.NullMarked;
