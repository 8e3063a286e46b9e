/** The command {@code link} as a user calls it. */
@NullMarked
package org.citylake.cli.link;

import org.jspecify.annotations.NullMarked;
