/** The walk from a published figure down to the lines of the files that it came from. */
@NullMarked
package org.citylake.cli.explain;

import org.jspecify.annotations.NullMarked;
