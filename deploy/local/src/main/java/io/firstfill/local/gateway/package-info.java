/** One origin for the panel, both APIs and the identity provider. In the cluster the Gateway API takes its place. */
package io.firstfill.local.gateway;
