package org.citylake.cli.locate;

/**
 * How many points there were.
 *
 * @param located in a region
 * @param outside in none
 * @param invalid without coordinates that are a place
 */
record PointCounts(long located, long outside, long invalid) {
  static final PointCounts NONE = new PointCounts(0, 0, 0);

  PointCounts plus(PointCounts more) {
    return new PointCounts(located + more.located, outside + more.outside, invalid + more.invalid);
  }

  long points() {
    return located + outside + invalid;
  }
}
