/** The web page: what a release shows, compiled once per release and served from this jar. */
@NullMarked
package org.citylake.dashboard;

import org.jspecify.annotations.NullMarked;
