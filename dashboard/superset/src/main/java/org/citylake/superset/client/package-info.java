/** Superset's REST API: sessions, resources, import and export, with clear errors. */
@NullMarked
package org.citylake.superset.client;

import org.jspecify.annotations.NullMarked;
