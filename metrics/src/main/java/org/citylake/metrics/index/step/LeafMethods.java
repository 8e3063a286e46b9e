package org.citylake.metrics.index.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/** Methods that differ from indicator to indicator: the step's, or a leaf's own. */
public final class LeafMethods {
  private LeafMethods() {}

  /**
   * Each method with the places of the indicators that it is for.
   *
   * @return empty after a problem
   */
  public static <T> Optional<Map<T, Set<Integer>>> find(
      EditionDeclaration edition,
      EditionTree tree,
      MethodTable<T> methods,
      Step common,
      Problems problems) {
    Map<Step, Optional<T>> known = new HashMap<>();
    Map<T, Set<Integer>> found = new HashMap<>();
    Optional<T> usual = methods.find(edition.file(), common, problems);
    known.put(common, usual);
    Set<Integer> unmarked = new TreeSet<>();
    boolean right = true;
    for (TreeNode leaf : tree.leaves()) {
      Step own = leaf.declared().own().get(methods.step());
      Optional<T> method =
          own == null
              ? usual
              : known.computeIfAbsent(own, s -> methods.find(edition.file(), s, problems));
      if (own == null) {
        unmarked.add(leaf.leaf());
      } else {
        method.ifPresent(m -> found.computeIfAbsent(m, k -> new TreeSet<>()).add(leaf.leaf()));
      }
      right &= method.isPresent();
    }
    if (!unmarked.isEmpty()) {
      usual.ifPresent(m -> found.computeIfAbsent(m, k -> new TreeSet<>()).addAll(unmarked));
    }
    return right ? Optional.of(found) : Optional.empty();
  }

  /** Runs each method and takes from its result the columns of its own indicators. */
  public static <T> List<Column> apply(
      Map<T, Set<Integer>> methods,
      List<Column> columns,
      BiFunction<T, Set<Integer>, List<Column>> run) {
    List<Column> result = new ArrayList<>(columns);
    methods.forEach(
        (method, chosen) -> {
          List<Column> changed = run.apply(method, chosen);
          chosen.forEach(place -> result.set(place, changed.get(place)));
        });
    return result;
  }
}
