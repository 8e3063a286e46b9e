/** What is known of one figure, at the command line. */
@NullMarked
package org.citylake.cli.indicator;

import org.jspecify.annotations.NullMarked;
