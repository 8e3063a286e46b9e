/** What the job tells the command that started it. */
@NullMarked
package org.citylake.batchjobs.process;

import org.jspecify.annotations.NullMarked;
