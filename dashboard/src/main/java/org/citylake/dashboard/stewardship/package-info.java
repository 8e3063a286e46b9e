/** Objections to golden records and decisions on links, by the page. */
@NullMarked
package org.citylake.dashboard.stewardship;

import org.jspecify.annotations.NullMarked;
