/** Which listings a run wants: one signal or one reason per run and listing. */
@NullMarked
package io.firstfill.scanner.filter;

import org.jspecify.annotations.NullMarked;
