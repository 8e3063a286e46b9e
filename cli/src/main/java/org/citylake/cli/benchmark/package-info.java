/** The command {@code benchmark}: how fast the index engine is on this machine. */
@NullMarked
package org.citylake.cli.benchmark;

import org.jspecify.annotations.NullMarked;
