package org.citylake.streamingjobs.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * State of one sensor's day. The lists grow; the stations' properties stand once for all hours.
 *
 * @param stations properties that versions point to
 * @param versions decided
 * @param pending not decided yet
 */
public record DayReadings(
    List<Station> stations, List<HourVersion> versions, List<HourVersion> pending) {
  /** A day on which nothing is known. */
  static DayReadings empty() {
    return new DayReadings(new ArrayList<>(1), new ArrayList<>(24), new ArrayList<>(24));
  }

  /** The place of the properties in the list, put there if new. */
  int station(Station station) {
    int place = stations.indexOf(station);
    if (place >= 0) {
      return place;
    }
    stations.add(station);
    return stations.size() - 1;
  }
}
