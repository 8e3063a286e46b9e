/** The engines' child processes: what starts them, watches them and ends them. */
@NullMarked
package org.citylake.cli.engine;

import org.jspecify.annotations.NullMarked;
