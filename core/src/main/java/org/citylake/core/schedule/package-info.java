/** Schedules: which slots a cron expression has, and which of them are due. */
@NullMarked
package org.citylake.core.schedule;

import org.jspecify.annotations.NullMarked;
