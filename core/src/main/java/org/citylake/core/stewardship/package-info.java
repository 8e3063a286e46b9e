/** What stewards decide about links, and objections to golden records (校核、异议) with their course. */
@NullMarked
package org.citylake.core.stewardship;

import org.jspecify.annotations.NullMarked;
