package org.citylake.core.declaration;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.indicator.FigureExpression;
import org.citylake.core.indicator.FigureSum;
import org.citylake.core.indicator.FigureTerm;
import org.citylake.core.indicator.FigureTerm.Part;
import org.citylake.core.indicator.FigureTerm.Window;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a derived indicator must keep in view of those that it follows from. */
final class DerivationRules {
  private static final String PLACE = "/expression";

  private DerivationRules() {}

  static void check(
      IndicatorDeclaration indicator,
      YamlFile yaml,
      Declarations.References references,
      Problems problems) {
    boolean derived = indicator.method() == Method.DERIVED;
    if (derived != indicator.expression().isPresent()) {
      String method = indicator.method().name().toLowerCase(Locale.ROOT);
      problems.add(
          yaml.problem(
              derived ? "/method" : PLACE,
              derived ? "expression-missing" : "expression-unused",
              method,
              derived
                  ? "A derived indicator needs an expression"
                  : "Only derived indicators have an expression"));
    }
    if (derived && !indicator.inputs().isEmpty()) {
      problems.add(
          yaml.problem(
              "/inputs",
              "inputs-unused",
              String.join(", ", indicator.inputs()),
              "A derived indicator reads other indicators, no tables"));
    }
    if (derived && indicator.expression().isPresent()) {
      read(indicator, yaml, problems)
          .ifPresent(e -> expression(indicator, e, yaml, references, problems));
    }
  }

  private static Optional<FigureExpression> read(
      IndicatorDeclaration indicator, YamlFile yaml, Problems problems) {
    try {
      return Optional.of(indicator.derivation());
    } catch (IllegalArgumentException e) {
      problems.add(
          yaml.problem(
              PLACE,
              "expression",
              indicator.expression().orElse(""),
              "The expression cannot be read: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static void expression(
      IndicatorDeclaration indicator,
      FigureExpression expression,
      YamlFile yaml,
      Declarations.References references,
      Problems problems) {
    for (String code : expression.codes()) {
      references.indicator(yaml, PLACE, code);
      references
          .findIndicator(code)
          .filter(other -> !other.frequency().equals(indicator.frequency()))
          .ifPresent(
              other ->
                  problems.add(
                      yaml.problem(
                          PLACE,
                          "frequency-differs",
                          code,
                          "It is of frequency "
                              + other.frequency()
                              + ", this indicator of "
                              + indicator.frequency())));
    }
    Set<String> units = new TreeSet<>();
    units(expression.numerator(), units, references);
    if (expression.denominator().isConstant()
        && indicator.multiplier().compareTo(BigDecimal.ONE) == 0) {
      units.add(indicator.unit());
    }
    unitsAgree(units, yaml, problems);
    Set<String> below = new TreeSet<>();
    units(expression.denominator(), below, references);
    unitsAgree(below, yaml, problems);
    circle(indicator, expression, yaml, references, problems);
  }

  /** Units of the values that are added up; parts and counts of values have other ones. */
  private static void units(FigureSum sum, Set<String> units, Declarations.References references) {
    for (FigureTerm term : sum.factors().keySet()) {
      if (term.part() == Part.VALUE && term.window() != Window.COUNT) {
        references.findIndicator(term.code()).ifPresent(i -> units.add(i.unit()));
      }
    }
  }

  private static void unitsAgree(Set<String> units, YamlFile yaml, Problems problems) {
    if (units.size() > 1) {
      problems.add(
          yaml.problem(
              PLACE,
              "units-differ",
              String.join(", ", units),
              "Figures of different units are added or make another unit"));
    }
  }

  private static void circle(
      IndicatorDeclaration indicator,
      FigureExpression expression,
      YamlFile yaml,
      Declarations.References references,
      Problems problems) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(expression.codes());
    while (!open.isEmpty()) {
      String code = open.pop();
      if (code.equals(indicator.code())) {
        problems.add(
            yaml.problem(PLACE, "circle", code, "The indicator follows from itself, in a circle"));
        return;
      }
      if (reached.add(code)) {
        references.findIndicator(code).ifPresent(i -> open.addAll(codes(i)));
      }
    }
  }

  private static Set<String> codes(IndicatorDeclaration indicator) {
    try {
      return indicator.expression().isPresent() ? indicator.derivation().codes() : Set.of();
    } catch (IllegalArgumentException e) {
      return Set.of(); // It is reported where it stands.
    }
  }
}
