package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.ingestion.type.ShownValue;

/** Shows how a file's columns differ from the contract. */
public final class HeaderDifference {
  /** More columns than that are counted, not named. */
  private static final int NAMED = 100;

  private static final int LONGEST_NAME = 40;

  private HeaderDifference() {}

  /** A text that names the columns that are gone and those that are new. */
  public static String text(String source, String file, List<String> expected, List<String> found) {
    List<String> gone = new ArrayList<>(expected);
    gone.removeAll(found);
    List<String> added = new ArrayList<>(found);
    added.removeAll(expected);
    StringBuilder text = new StringBuilder();
    text.append("The columns changed in ").append(file).append(" of source ").append(source);
    text.append(": nothing was loaded.");
    gone.forEach(c -> text.append("\n  - ").append(c));
    added.stream().limit(NAMED).forEach(c -> text.append("\n  + ").append(shown(c)));
    if (added.size() > NAMED) {
      text.append("\n  + ").append(added.size() - NAMED).append(" more");
    }
    if (gone.isEmpty() && added.isEmpty()) {
      text.append("\n  the order or number of columns changed");
    }
    text.append("\n  contract: ").append(String.join(",", expected));
    text.append("\n  file:     ")
        .append(
            found.stream()
                .limit(NAMED)
                .map(name -> expected.contains(name) ? name : shown(name))
                .collect(Collectors.joining(",")));
    text.append(
        "\nAsk the agency to send the agreed columns, or give the contract a new version with the"
            + " new ones.");
    return text.toString();
  }

  /** A file that is none can have a first line of any length and any bytes. */
  private static String shown(String name) {
    boolean plain =
        name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    return plain ? name : ShownValue.PLAIN.of(name);
  }
}
