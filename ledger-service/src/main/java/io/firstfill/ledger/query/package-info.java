/** What can be read, and how lists are cut into pages. */
package io.firstfill.ledger.query;
