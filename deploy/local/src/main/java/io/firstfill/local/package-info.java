/** The whole system on one machine: real parts, each its own process, everything on the loopback address. */
package io.firstfill.local;
