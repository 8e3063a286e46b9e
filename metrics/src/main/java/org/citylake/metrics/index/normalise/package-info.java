/**
 * The step that brings indicators of different units to one scale (OECD/JRC Handbook 2008, step 5).
 */
@NullMarked
package org.citylake.metrics.index.normalise;

import org.jspecify.annotations.NullMarked;
