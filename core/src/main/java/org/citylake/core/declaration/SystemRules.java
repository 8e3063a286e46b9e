package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.Declarations.References;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a system's declaration must keep in view of contracts, plans and areas. */
final class SystemRules {
  private SystemRules() {}

  static void check(Loaded<SystemDeclaration> loaded, References references, Problems problems) {
    SystemDeclaration system = loaded.declaration();
    YamlFile yaml = loaded.marker();
    references.source(yaml, "/contract", system.contract());
    references
        .findSourceContract(system.contract())
        .ifPresent(
            contract -> {
              for (int i = 0; i < system.fields().size(); i++) {
                references.column(yaml, "/fields/" + i, contract, system.fields().get(i));
              }
            });
    references.code(
        yaml, "/district", "unknown-district", "ref_area_label", "code", system.district());
    for (int i = 0; i < system.plannedBy().size(); i++) {
      sentence(loaded, i, references, problems);
    }
  }

  /** A sentence must be of a known plan, and one of those in which the plans name the system. */
  private static void sentence(
      Loaded<SystemDeclaration> loaded, int i, References references, Problems problems) {
    YamlFile yaml = loaded.marker();
    // The file's name, so that a wrong id inside is one problem and not two.
    String id = loaded.folder().id();
    String sentence = loaded.declaration().plannedBy().get(i);
    String place = "/planned-by/" + i;
    String plan = SystemDeclaration.plan(sentence);
    references.code(yaml, place, "unknown-plan", PlannedSystem.PLANS, "code", plan);
    boolean plannedPlan =
        references.findCodelist(PlannedSystem.PLANS).flatMap(p -> p.find(plan)).isPresent();
    Optional<Map<String, String>> row =
        references.findCodelist(PlannedSystem.LIST).flatMap(list -> list.find(id));
    List<String> known = row.map(r -> PlannedSystem.of(r).plannedBy()).orElse(List.of());
    if (plannedPlan && known.isEmpty()) {
      problems.add(
          yaml.problem(
              place,
              "unknown-sentence",
              sentence,
              "The code list "
                  + PlannedSystem.LIST
                  + " does not have "
                  + id
                  + ", so no plan names it; leave 'planned-by' out"));
    } else if (plannedPlan && !known.contains(sentence)) {
      problems.add(
          yaml.problem(
              place,
              "unknown-sentence",
              sentence,
              "The plans name "
                  + id
                  + " in "
                  + String.join(", ", known)
                  + ", not in this sentence"
                  + NearestName.hint(sentence, known)));
    }
  }
}
