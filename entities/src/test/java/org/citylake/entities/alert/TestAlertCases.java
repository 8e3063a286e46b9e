package org.citylake.entities.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;

class TestAlertCases {
  private final DeclarationLibrary library = Shipped.LIBRARY;

  @Test
  void everyCaseOfEveryShippedRulePasses() {
    List<CaseResult> results =
        library.alerts().stream().flatMap(rule -> AlertCases.run(rule).stream()).toList();
    assertThat(results).hasSizeGreaterThanOrEqualTo(5);
    assertThat(results).allSatisfy(r -> assertThat(r.differences()).as(r.title()).isEmpty());
  }

  @Test
  void everyKindOfConditionHasAShippedRule() {
    Set<String> shipped =
        library.alerts().stream()
            .map(rule -> rule.condition().getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(shipped)
        .isEqualTo(
            Stream.of(AlertDeclaration.Condition.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()));
  }
}
