/** The commands by which stewards decide about links and carry objections to their end. */
@NullMarked
package org.citylake.cli.stewardship;

import org.jspecify.annotations.NullMarked;
