/** The step that leaves out units with too little data (OECD/JRC Handbook 2008, step 2). */
@NullMarked
package org.citylake.metrics.index.screen;

import org.jspecify.annotations.NullMarked;
