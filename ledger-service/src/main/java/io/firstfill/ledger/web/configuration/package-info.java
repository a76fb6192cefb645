/** The reads about configurations: versions, differences and drift. The package uses the parameters of {@code web}. */
@NullMarked
package io.firstfill.ledger.web.configuration;

import org.jspecify.annotations.NullMarked;
