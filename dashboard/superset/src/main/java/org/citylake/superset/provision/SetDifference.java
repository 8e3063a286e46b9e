package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.superset.asset.FieldDifference;

/** Differences of plain fields and of sets of names. */
final class SetDifference {
  private static final String THERE = "true";

  private final List<FieldDifference> found = new ArrayList<>();

  /** Compares a field's text. */
  SetDifference field(String field, String there, String declared) {
    if (!there.equals(declared)) {
      found.add(new FieldDifference(field, there, declared));
    }
    return this;
  }

  /** Compares a set: one difference for each name that one side alone has. */
  SetDifference names(String field, Set<String> there, Set<String> declared) {
    Set<String> all = new TreeSet<>(there);
    all.addAll(declared);
    for (String name : all) {
      field(
          field + "." + name,
          there.contains(name) ? THERE : "",
          declared.contains(name) ? THERE : "");
    }
    return this;
  }

  List<FieldDifference> found() {
    return List.copyOf(found);
  }
}
