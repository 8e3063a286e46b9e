/** The command {@code link}: reads files, links their records, writes the clusters and a report. */
@NullMarked
package org.citylake.cli.link;

import org.jspecify.annotations.NullMarked;
