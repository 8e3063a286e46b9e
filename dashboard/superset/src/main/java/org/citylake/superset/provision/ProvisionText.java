package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.List;

/** A plan as a person reads it. */
public final class ProvisionText {
  private ProvisionText() {}

  /** A line for each asset that is not as declared, and one for each field that departs. */
  public static List<String> lines(ProvisionPlan plan) {
    List<String> lines = new ArrayList<>();
    for (AssetChange change : plan.changes()) {
      if (change.action() != ChangeAction.KEEP) {
        lines.add(line(change));
        change.differences().forEach(difference -> lines.add("    " + difference));
      }
    }
    return List.copyOf(lines);
  }

  /** {@code + chart NAME}, {@code ~} for an update, {@code -} for what is declared no more. */
  public static String line(AssetChange change) {
    char sign =
        switch (change.action()) {
          case CREATE -> '+';
          case UPDATE -> '~';
          case STALE -> '-';
          case KEEP -> ' ';
        };
    return sign + " " + change.kind().label() + " " + change.name();
  }
}
