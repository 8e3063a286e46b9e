/**
 * Public credit of legal entities: score and class by a declared model with their reasons, the
 * dates of repair, scores over time with their warnings, and what credit may be used for and shown
 * to.
 */
@NullMarked
package org.citylake.entities.credit;

import org.jspecify.annotations.NullMarked;
