/** What {@code deploy/up} shows: a run started through the gateway, and each listing's first fill with its figures. */
package io.firstfill.local.demo;
