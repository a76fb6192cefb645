/** The REST resources of configurations. The package knows the web package, whose problems and roles it uses. */
@NullMarked
package io.firstfill.control.web.configuration;

import org.jspecify.annotations.NullMarked;
