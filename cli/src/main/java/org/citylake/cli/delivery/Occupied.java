package org.citylake.cli.delivery;

import java.util.Arrays;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Tells a package that is there already from another one in its place. */
final class Occupied {
  private Occupied() {}

  /**
   * Compares the manifest that is there with the one to be brought.
   *
   * @throws CityLakeException of kind DATA when it is another package's
   */
  static Delivery.Outcome compare(byte[] there, byte[] own, String place) {
    if (Arrays.equals(there, own)) {
      return Delivery.Outcome.THERE_ALREADY;
    }
    throw new CityLakeException(
        Kind.DATA,
        place
            + " holds another package of this slot already; nothing was changed there. Move it"
            + " away, or give the destination another path");
  }
}
