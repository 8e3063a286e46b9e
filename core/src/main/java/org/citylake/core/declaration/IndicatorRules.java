package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What an indicator must keep in view of other declarations. */
final class IndicatorRules {
  private IndicatorRules() {}

  static void check(
      Loaded<IndicatorDeclaration> loaded, Declarations.References references, Problems problems) {
    IndicatorDeclaration indicator = loaded.declaration();
    YamlFile yaml = loaded.marker();
    references.unit(yaml, "/unit", indicator.unit());
    List<String> inputs = indicator.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      references.table(yaml, "/inputs/" + i, inputs.get(i));
    }
    if (indicator.sql().isPresent()) {
      List<String> known = inputs.stream().filter(references::isRelation).toList();
      SqlRules.check(
          new SqlFile(indicator.sql().get()),
          loaded.folder().shown("indicator.sql"),
          known,
          references::isRelation,
          problems);
    }
    DerivationRules.check(indicator, yaml, references, problems);
    follows(indicator, yaml, references, problems);
    if (indicator.minimum().isPresent()
        && indicator.maximum().isPresent()
        && indicator.minimum().get().compareTo(indicator.maximum().get()) > 0) {
      problems.add(
          yaml.problem(
              "/valid-range",
              "empty-range",
              indicator.minimum().get() + ".." + indicator.maximum().get(),
              "The least possible value is above the greatest"));
    }
  }

  private static void follows(
      IndicatorDeclaration indicator,
      YamlFile yaml,
      Declarations.References references,
      Problems problems) {
    for (int i = 0; i < indicator.mayFollow().size(); i++) {
      String place = "/may-follow/" + i;
      String code = indicator.mayFollow().get(i);
      references.indicator(yaml, place, code);
      if (code.equals(indicator.code())) {
        problems.add(
            yaml.problem(place, "follows-itself", code, "An indicator cannot run ahead of itself"));
      }
    }
  }
}
