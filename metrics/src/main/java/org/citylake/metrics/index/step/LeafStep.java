package org.citylake.metrics.index.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * A step that does to every indicator what the step's method says, or the leaf's own. Every method
 * sees the data as they were before the step, so the order of methods changes nothing.
 *
 * @param methods method to the places of its indicators
 */
public record LeafStep(Map<LeafMethod, Set<Integer>> methods) implements DataStep {
  public LeafStep {
    methods = Map.copyOf(methods);
  }

  /**
   * The step of an edition.
   *
   * @param methods the methods of the step, whose name leaves use for their own
   * @param common what the edition says for all indicators
   * @return empty after a problem
   */
  public static Optional<DataStep> of(
      EditionDeclaration edition,
      EditionTree tree,
      MethodTable<? extends LeafMethod> methods,
      Step common,
      Problems problems) {
    Map<Step, Optional<LeafMethod>> known = new HashMap<>();
    Map<LeafMethod, Set<Integer>> found = new HashMap<>();
    boolean right = find(edition, methods, common, known, problems).isPresent();
    for (TreeNode leaf : tree.leaves()) {
      Step step = leaf.declared().own().getOrDefault(methods.step(), common);
      Optional<LeafMethod> method = find(edition, methods, step, known, problems);
      method.ifPresent(m -> found.computeIfAbsent(m, k -> new TreeSet<>()).add(leaf.leaf()));
      right &= method.isPresent();
    }
    return right ? Optional.of(new LeafStep(found)) : Optional.empty();
  }

  private static Optional<LeafMethod> find(
      EditionDeclaration edition,
      MethodTable<? extends LeafMethod> methods,
      Step step,
      Map<Step, Optional<LeafMethod>> known,
      Problems problems) {
    return known.computeIfAbsent(
        step, s -> methods.find(edition.file(), s, problems).map(LeafMethod.class::cast));
  }

  @Override
  public List<Column> apply(List<Column> columns, StepContext context) {
    List<Column> result = new ArrayList<>(columns);
    methods.forEach(
        (method, chosen) -> {
          List<Column> changed = method.apply(columns, chosen, context);
          chosen.forEach(place -> result.set(place, changed.get(place)));
        });
    return result;
  }
}
