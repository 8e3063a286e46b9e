/** Which records of one or several files are of the same person, legal entity or thing. */
@NullMarked
package org.citylake.entities.linkage;

import org.jspecify.annotations.NullMarked;
