package org.citylake.streamingjobs.live.window;

import org.citylake.streamingjobs.live.event.Measures;

/**
 * The newest version of an event while its window can change.
 *
 * @param revision 1 for the first version
 * @param measures its numbers
 */
record KeptEvent(int revision, Measures measures) {}
