/** What is known of figures beyond their values, as tables. */
@NullMarked
package org.citylake.batchjobs.analysis;

import org.jspecify.annotations.NullMarked;
