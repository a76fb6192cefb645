/** The read API. */
package io.firstfill.ledger.web;
