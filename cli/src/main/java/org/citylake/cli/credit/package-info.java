/** Shows the public credit of legal entities of a release, each audience what it may see. */
@NullMarked
package org.citylake.cli.credit;

import org.jspecify.annotations.NullMarked;
