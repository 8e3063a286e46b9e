/** Runs the exports' schedules: each slot once, whatever happens in between. */
@NullMarked
package org.citylake.cli.schedule;

import org.jspecify.annotations.NullMarked;
