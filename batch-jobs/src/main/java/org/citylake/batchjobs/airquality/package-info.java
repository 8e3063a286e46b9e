/** Days and years of air quality computed from the readings, to hold what the stream wrote to. */
@NullMarked
package org.citylake.batchjobs.airquality;

import org.jspecify.annotations.NullMarked;
