/**
 * The REST API: resources, problem documents, callers and roles. The package knows every feature and owns no state.
 */
@NullMarked
package io.firstfill.control.web;

import org.jspecify.annotations.NullMarked;
