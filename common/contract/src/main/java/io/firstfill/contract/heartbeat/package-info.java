/** Signs of life of the services. No service acts on them but control, which shows what is silent. */
@NullMarked
package io.firstfill.contract.heartbeat;

import org.jspecify.annotations.NullMarked;
