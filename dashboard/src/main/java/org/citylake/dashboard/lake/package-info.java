/** Reads the lakehouse's tables for drill-down and writes who read what. */
@NullMarked
package org.citylake.dashboard.lake;

import org.jspecify.annotations.NullMarked;
