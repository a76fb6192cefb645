/**
 * How every API answers what it refuses and a reader that has the answer already: one form of problem document,
 * wherever the refusal arises, and a correlation id for each request. The package knows Jackson and HTTP; it keeps no
 * state.
 */
@NullMarked
package io.firstfill.service.web;

import org.jspecify.annotations.NullMarked;
