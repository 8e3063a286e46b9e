/** Daily and yearly figures of the readings that are current. */
@NullMarked
package org.citylake.streamingjobs.airquality;

import org.jspecify.annotations.NullMarked;
