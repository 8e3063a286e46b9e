/** The entry of the command. */
@NullMarked
package org.citylake.cli;

import org.jspecify.annotations.NullMarked;
