/** The test cases that declarations carry beside them. */
@NullMarked
package org.citylake.core.cases;

import org.jspecify.annotations.NullMarked;
