/** SQL at the terminal: history, completion, pages, and statements kept by name. */
@NullMarked
package org.citylake.cli.sql.shell;

import org.jspecify.annotations.NullMarked;
