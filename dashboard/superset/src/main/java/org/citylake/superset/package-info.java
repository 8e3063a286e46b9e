/** Apache Superset: a client of its REST API, and the dashboards built there from declarations. */
@NullMarked
package org.citylake.superset;

import org.jspecify.annotations.NullMarked;
