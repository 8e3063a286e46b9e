/** The command {@code index}: editions and panels from files. */
@NullMarked
package org.citylake.cli.index;

import org.jspecify.annotations.NullMarked;
