/** Credit scores of legal entities as tables. */
@NullMarked
package org.citylake.batchjobs.credit;

import org.jspecify.annotations.NullMarked;
