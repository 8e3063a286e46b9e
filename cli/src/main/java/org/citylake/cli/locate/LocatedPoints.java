package org.citylake.cli.locate;

/**
 * What became of some points, as lines of the two results.
 *
 * @param rows {@code id,region}, a line each, in the order of the points
 * @param problems a line for each point that is on no place of the Earth
 * @param counts of them
 */
record LocatedPoints(String rows, String problems, PointCounts counts) {}
