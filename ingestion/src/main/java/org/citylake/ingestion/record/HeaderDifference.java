package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.List;

/** Shows how a file's columns differ from the contract. */
public final class HeaderDifference {
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
    added.forEach(c -> text.append("\n  + ").append(c));
    if (gone.isEmpty() && added.isEmpty()) {
      text.append("\n  the order or number of columns changed");
    }
    text.append("\n  contract: ").append(String.join(",", expected));
    text.append("\n  file:     ").append(String.join(",", found));
    text.append(
        "\nAsk the agency to send the agreed columns, or give the contract a new version with the"
            + " new ones.");
    return text.toString();
  }
}
