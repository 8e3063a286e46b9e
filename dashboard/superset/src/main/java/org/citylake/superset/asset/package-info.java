/** Databases, datasets, charts and dashboards as Superset's import and export write them. */
@NullMarked
package org.citylake.superset.asset;

import org.jspecify.annotations.NullMarked;
