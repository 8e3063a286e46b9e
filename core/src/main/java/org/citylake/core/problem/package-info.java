/** Problems found in declarations and data: gathered, then reported all at once. */
@NullMarked
package org.citylake.core.problem;

import org.jspecify.annotations.NullMarked;
