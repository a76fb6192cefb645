/** Events about the exchange credentials of an environment. No message holds a key or a secret. */
@NullMarked
package io.firstfill.contract.credential;

import org.jspecify.annotations.NullMarked;
