/** The scheduler with a clock and destinations of its own. */
@NullMarked
package org.citylake.cli.schedule;

import org.jspecify.annotations.NullMarked;
