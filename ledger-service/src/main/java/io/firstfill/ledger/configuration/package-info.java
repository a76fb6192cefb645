/** The versions of a configuration and their differences. The package knows no other; adapters implement its port. */
@NullMarked
package io.firstfill.ledger.configuration;

import org.jspecify.annotations.NullMarked;
