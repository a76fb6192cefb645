/**
 * The state directory, which holds what survives a restart, and file locks between launchers. {@code StateDirectory}
 * owns the layout of the directory; the contents belong to the components. Knows {@code config} alone.
 */
@NullMarked
package io.firstfill.local.state;

import org.jspecify.annotations.NullMarked;
