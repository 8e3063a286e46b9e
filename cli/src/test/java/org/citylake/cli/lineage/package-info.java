@NullMarked
package org.citylake.cli.lineage;

import org.jspecify.annotations.NullMarked;
