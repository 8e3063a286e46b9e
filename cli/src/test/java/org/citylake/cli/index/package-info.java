/** The command {@code index} as users call it. */
@NullMarked
package org.citylake.cli.index;

import org.jspecify.annotations.NullMarked;
