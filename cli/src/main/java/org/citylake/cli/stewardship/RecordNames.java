package org.citylake.cli.stewardship;

import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.stewardship.LinkChoice;

/** Records as the command line names them, {@code SOURCE/KEY}; a key may hold slashes. */
final class RecordNames {
  private RecordNames() {}

  /**
   * A decision about two named records.
   *
   * @throws CityLakeException of kind USER when a name has no key
   */
  static LinkChoice link(String entity, String decision, List<String> names) {
    String[] first = parts(names.get(0));
    String[] second = parts(names.get(1));
    return new LinkChoice(entity, decision, first[0], first[1], second[0], second[1]);
  }

  private static String[] parts(String name) {
    String[] parts = name.split("/", 2);
    if (parts.length < 2) {
      throw new CityLakeException(
          Kind.USER, "A record is named SOURCE/KEY, such as tax_registration/T1");
    }
    return parts;
  }
}
