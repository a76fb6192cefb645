/**
 * A reverse proxy that gives the panel, both APIs and the identity provider one origin. In the cluster the Gateway API
 * takes its place, by the same {@code gateway-rules.json}. Holds no state; knows no other package of the module.
 */
@NullMarked
package io.firstfill.local.gateway;

import org.jspecify.annotations.NullMarked;
