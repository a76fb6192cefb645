/**
 * Signs requests: credentials that are never shown, HMAC-SHA256, percent-encoding. The package knows no other package
 * of this module.
 */
@NullMarked
package io.firstfill.mexc.sign;

import org.jspecify.annotations.NullMarked;
