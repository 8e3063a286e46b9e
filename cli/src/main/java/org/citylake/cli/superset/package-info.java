/** {@code superset}: dashboards in Apache Superset, from the declarations. */
@NullMarked
package org.citylake.cli.superset;

import org.jspecify.annotations.NullMarked;
