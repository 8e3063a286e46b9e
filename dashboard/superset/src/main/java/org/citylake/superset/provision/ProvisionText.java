package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.List;

/** A plan as a person reads it. */
public final class ProvisionText {
  private ProvisionText() {}

  /** A line for each thing that is not as declared, one for each field that departs; the notes. */
  public static List<String> lines(ProvisionPlan plan) {
    List<String> lines = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (change.action() != ChangeAction.KEEP) {
        lines.add(line(change));
        change.differences().forEach(difference -> lines.add("    " + difference));
      }
    }
    plan.notes().forEach(note -> lines.add("! " + note));
    return List.copyOf(lines);
  }

  /** {@code + chart NAME}, {@code ~} for an update, {@code -} for what is declared no more. */
  public static String line(Change change) {
    char sign =
        switch (change.action()) {
          case CREATE -> '+';
          case UPDATE -> '~';
          case STALE -> '-';
          case KEEP -> ' ';
        };
    return sign + " " + change.kind() + " " + change.name();
  }
}
