/** The command {@code locate}: the region of each point of a file. */
@NullMarked
package org.citylake.cli.locate;

import org.jspecify.annotations.NullMarked;
