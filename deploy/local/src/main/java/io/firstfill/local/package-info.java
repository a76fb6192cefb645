/**
 * The local stack: the whole system on one machine, made of the real components, each its own process, all on the
 * loopback address. Holds no class itself. The subpackages, each of which knows only those before it:
 *
 * <ol>
 *   <li>{@code config}: the options of a start, the ports, the services; {@code secrets}: the Vault stand-in;
 *       {@code gateway}: the reverse proxy; {@code process}: operating-system processes
 *   <li>{@code state}: the state directory
 *   <li>{@code identity}: Keycloak and the access tokens
 *   <li>{@code component}: how each component is started
 *   <li>{@code launch}: the launcher, the supervisor, the running stack
 *   <li>{@code client}: HTTP clients of the running stack
 *   <li>{@code demo}: the demonstration of {@code deploy/up}
 * </ol>
 */
@NullMarked
package io.firstfill.local;

import org.jspecify.annotations.NullMarked;
