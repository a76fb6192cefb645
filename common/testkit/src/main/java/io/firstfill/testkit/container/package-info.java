/**
 * The servers of the tests as containers, where Docker is present and a module has Testcontainers on its test class
 * path; whether they are used is decided by {@link io.firstfill.testkit.container.Containers}. Knows no other package
 * of the testkit.
 */
@NullMarked
package io.firstfill.testkit.container;

import org.jspecify.annotations.NullMarked;
