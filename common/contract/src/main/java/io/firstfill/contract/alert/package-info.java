/** Alerts for people, opened and closed per kind and subject. Every service may write them. */
@NullMarked
package io.firstfill.contract.alert;

import org.jspecify.annotations.NullMarked;
