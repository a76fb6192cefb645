/**
 * The identity provider: the Keycloak distribution as it is unpacked, built and started, and the access tokens of the
 * realm's users. {@code KeycloakDistribution} owns {@code deploy/local/target/keycloak}. Knows {@code config} and
 * {@code state}.
 */
@NullMarked
package io.firstfill.local.identity;

import org.jspecify.annotations.NullMarked;
