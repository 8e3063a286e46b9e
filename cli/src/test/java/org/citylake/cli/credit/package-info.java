@NullMarked
package org.citylake.cli.credit;

import org.jspecify.annotations.NullMarked;
