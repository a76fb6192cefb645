/**
 * An operator's configuration and its parts: a value that commands and events carry. The package knows {@code value}
 * alone.
 */
@NullMarked
package io.firstfill.contract.configuration;

import org.jspecify.annotations.NullMarked;
