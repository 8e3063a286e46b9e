/** The commands that a user types, one class each. */
@NullMarked
package org.citylake.cli.command;

import org.jspecify.annotations.NullMarked;
