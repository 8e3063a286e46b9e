/** Statements through JDBC, and how their rows are written. */
@NullMarked
package org.citylake.cli.sql;

import org.jspecify.annotations.NullMarked;
