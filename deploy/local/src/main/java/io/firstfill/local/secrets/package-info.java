/** A stand-in for Vault: the part of its HTTP API this system uses, with its refusals. For one machine only. */
package io.firstfill.local.secrets;
