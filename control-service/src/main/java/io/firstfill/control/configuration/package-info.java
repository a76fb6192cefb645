/**
 * Configurations: drafts, rules, and saving by command. The package owns the book of saved configurations and knows
 * the command package.
 */
@NullMarked
package io.firstfill.control.configuration;

import org.jspecify.annotations.NullMarked;
