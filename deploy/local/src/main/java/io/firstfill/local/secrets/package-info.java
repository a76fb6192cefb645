/**
 * A stand-in for Vault, for one machine only: the part of Vault's HTTP API that the services use, KV v2 and AppRole,
 * with its error responses. {@code SecretStore} owns the secrets and their file; {@code LocalSecrets} defines which
 * secrets and roles the local stack has. Knows no other package of the module.
 */
@NullMarked
package io.firstfill.local.secrets;

import org.jspecify.annotations.NullMarked;
