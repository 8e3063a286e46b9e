/**
 * Public credit of legal entities: score and class by a declared model with their reasons, the
 * dates of repair, and what credit may be used for.
 */
@NullMarked
package org.citylake.entities.credit;

import org.jspecify.annotations.NullMarked;
