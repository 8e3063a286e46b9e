/** Whether an index hangs together (OECD/JRC Handbook 2008, steps 4, 8 and 9). */
@NullMarked
package org.citylake.metrics.index.audit;

import org.jspecify.annotations.NullMarked;
