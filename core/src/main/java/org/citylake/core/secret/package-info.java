/** Secrets that declarations refer to. */
@NullMarked
package org.citylake.core.secret;

import org.jspecify.annotations.NullMarked;
