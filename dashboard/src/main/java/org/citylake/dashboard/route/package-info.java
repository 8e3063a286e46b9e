/**
 * The API's table of routes: what each takes, needs and gives; the OpenAPI document comes from it.
 */
@NullMarked
package org.citylake.dashboard.route;

import org.jspecify.annotations.NullMarked;
