/** The run graph: its steps in order, what they hand on, and the summary. */
@NullMarked
package org.citylake.cli.run;

import org.jspecify.annotations.NullMarked;
