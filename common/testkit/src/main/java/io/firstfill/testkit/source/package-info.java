/**
 * The house rules that read source files: packages, sizes, names. {@link io.firstfill.testkit.source.SourceRules} holds
 * the rules as a test includes them, {@link io.firstfill.testkit.source.HouseException} what a module is excused from.
 * The package knows files and text, and neither Kafka nor Postgres. It keeps no state: each rule reads the module anew.
 */
@NullMarked
package io.firstfill.testkit.source;

import org.jspecify.annotations.NullMarked;
