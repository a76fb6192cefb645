/**
 * The environments file: one format for the launcher, the services and the cluster's ConfigMap. {@code
 * EnvironmentsFile} reads it and refuses what it does not know; {@code EnvironmentRules} says which environment is too
 * dangerous to start with. Knows the contract alone.
 */
@NullMarked
package io.firstfill.environment;

import org.jspecify.annotations.NullMarked;
