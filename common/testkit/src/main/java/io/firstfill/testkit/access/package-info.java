/**
 * Proves who may call which endpoint of a service: an identity provider that only issues tokens, tokens of every kind
 * that must be refused, and a table of endpoints and roles that must equal what the service's OpenAPI document lists.
 */
@NullMarked
package io.firstfill.testkit.access;

import org.jspecify.annotations.NullMarked;
