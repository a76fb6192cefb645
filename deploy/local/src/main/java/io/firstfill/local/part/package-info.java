/** Processes the stack starts, watches and ends. */
package io.firstfill.local.part;
