/** Tests of the command {@code locate}. */
@NullMarked
package org.citylake.cli.locate;

import org.jspecify.annotations.NullMarked;
