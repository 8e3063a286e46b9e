package org.citylake.ingestion.generate;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * What a row made from its contract alone tells of: a place and a course of time, so that the
 * columns of the row fit together.
 *
 * @param number the row's number
 * @param draw its draws
 * @param place where it lies
 * @param end the end of the snapshot date
 */
record GenericEntity(long number, Draw draw, Place place, LocalDateTime end) implements Entity {
  @Override
  public String id() {
    return String.format(Locale.ROOT, "R%09d", number);
  }

  @Override
  public String neighbourhood() {
    return place.committeeCode();
  }

  @Override
  public boolean gone() {
    return false;
  }

  /** The attributes of its place alone. */
  @Override
  public Object attribute(String name) {
    return place.attribute(name, "A generic row");
  }

  /** The moment of its n-th column with a time: later ones follow earlier ones by hours or days. */
  LocalDateTime moment(int n) {
    long began = draw.between("began", 40 * 86400, 900 * 86400);
    long step = (long) Math.exp(8 + 5 * draw.unit("step"));
    return end.minusSeconds(began).plusSeconds((long) ((n + draw.unit("moment " + n)) * step));
  }
}
