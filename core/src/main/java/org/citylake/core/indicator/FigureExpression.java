package org.citylake.core.indicator;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citylake.core.indicator.FigureTerm.Part;
import org.citylake.core.indicator.FigureTerm.Window;

/**
 * How an indicator follows from others, in the syntax of EvalEx: codes, whole numbers, {@code + -
 * *} with a number on one side, brackets, and one {@code /} outside of everything else, so that
 * numerator and denominator stay exact (ADR 0006). A code means the value of the same area and
 * period; {@code NUMERATOR(x)} and {@code DENOMINATOR(x)} mean its parts; {@code LAG(x, n)}, {@code
 * YEAR_BEFORE(x)}, {@code SUM(x, n)}, {@code COUNT(x, n)} and {@code YEAR_TO_DATE(x)} other
 * periods, see {@link Window}.
 *
 * @param numerator what stands before the {@code /}, or all of it
 * @param denominator what stands behind the {@code /}, else 1
 */
public record FigureExpression(FigureSum numerator, FigureSum denominator) {
  private static final FigureSum ONE = FigureSum.of(BigDecimal.ONE);
  private static final int MOST_PERIODS = 3_660;
  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .locale(Locale.ROOT)
          .implicitMultiplicationAllowed(false)
          .build()
          .withAdditionalFunctions(
              Map.entry("NUMERATOR", new FigureFunction.OfFigure()),
              Map.entry("DENOMINATOR", new FigureFunction.OfFigure()),
              Map.entry("YEAR_BEFORE", new FigureFunction.OfFigure()),
              Map.entry("YEAR_TO_DATE", new FigureFunction.OfFigure()),
              Map.entry("LAG", new FigureFunction.OfFigureAndPeriods()),
              Map.entry("SUM", new FigureFunction.OfFigureAndPeriods()),
              Map.entry("COUNT", new FigureFunction.OfFigureAndPeriods()));

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it cannot be read; the message says why
   */
  public static FigureExpression of(String text) {
    try {
      ASTNode root = new Expression(text, CONFIGURATION).getAbstractSyntaxTree();
      FigureExpression read =
          infix(root, "/")
              ? new FigureExpression(
                  sum(root.getParameters().get(0)), sum(root.getParameters().get(1)))
              : new FigureExpression(sum(root), ONE);
      if (read.codes().isEmpty()) {
        throw new IllegalArgumentException("it names no indicator");
      }
      return read;
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          e.getMessage() + " at character " + e.getStartPosition(), e);
    }
  }

  /** The figures that it asks for, those of the numerator first. */
  public List<FigureTerm> terms() {
    return Stream.concat(
            numerator.factors().keySet().stream(), denominator.factors().keySet().stream())
        .distinct()
        .toList();
  }

  /** The indicators that it names, ordered. */
  public Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    terms().forEach(term -> codes.add(term.code()));
    return codes;
  }

  private static FigureSum sum(ASTNode node) {
    List<ASTNode> parts = node.getParameters();
    String token = node.getToken().getValue();
    TokenType type = node.getToken().getType();
    if (type == TokenType.NUMBER_LITERAL) {
      return FigureSum.of(BigDecimal.valueOf(whole(node.getToken())));
    }
    if (type == TokenType.VARIABLE_OR_CONSTANT || type == TokenType.FUNCTION) {
      return FigureSum.of(term(node));
    }
    if (type == TokenType.PREFIX_OPERATOR && token.equals("-")) {
      return sum(parts.get(0)).times(BigDecimal.ONE.negate());
    }
    if (infix(node, "+")) {
      return sum(parts.get(0)).plus(sum(parts.get(1)));
    }
    if (infix(node, "-")) {
      return sum(parts.get(0)).plus(sum(parts.get(1)).times(BigDecimal.ONE.negate()));
    }
    if (infix(node, "*")) {
      return product(sum(parts.get(0)), sum(parts.get(1)));
    }
    if (infix(node, "/")) {
      throw new IllegalArgumentException("'/' stands once, outside of everything else");
    }
    throw new IllegalArgumentException("'" + token + "' is not known here");
  }

  private static FigureSum product(FigureSum left, FigureSum right) {
    if (left.isConstant()) {
      return right.times(left.constant());
    }
    if (right.isConstant()) {
      return left.times(right.constant());
    }
    throw new IllegalArgumentException("'*' needs a number on one side");
  }

  private static FigureTerm term(ASTNode node) {
    String token = node.getToken().getValue();
    if (node.getToken().getType() == TokenType.VARIABLE_OR_CONSTANT) {
      return FigureTerm.of(token);
    }
    if (node.getToken().getType() != TokenType.FUNCTION) {
      throw new IllegalArgumentException("'" + token + "' is no figure");
    }
    String name = token.toUpperCase(Locale.ROOT);
    FigureTerm inner = term(node.getParameters().get(0));
    if (!inner.plain() || (inner.part() != Part.VALUE && isPart(name))) {
      throw new IllegalArgumentException(name + " is of a code or of a part of it");
    }
    return switch (name) {
      case "NUMERATOR", "DENOMINATOR" -> inner.part(Part.valueOf(name));
      case "YEAR_BEFORE", "YEAR_TO_DATE" -> inner.window(Window.valueOf(name), 0);
      case "LAG", "SUM", "COUNT" -> {
        if (node.getParameters().size() != 2) {
          throw new IllegalArgumentException(name + " needs a figure and a number of periods");
        }
        yield inner.window(Window.valueOf(name), periods(node.getParameters().get(1)));
      }
      default -> throw new IllegalArgumentException("There is no function " + name + " here");
    };
  }

  private static boolean isPart(String name) {
    return name.equals("NUMERATOR") || name.equals("DENOMINATOR");
  }

  private static int periods(ASTNode node) {
    if (node.getToken().getType() != TokenType.NUMBER_LITERAL) {
      throw new IllegalArgumentException("A number of periods is a number");
    }
    long number = whole(node.getToken());
    if (number < 1 || number > MOST_PERIODS) {
      throw new IllegalArgumentException(
          "A number of periods is 1 to " + MOST_PERIODS + ": " + number);
    }
    return Math.toIntExact(number);
  }

  private static long whole(Token token) {
    if (!token.getValue().matches("[0-9]{1,12}")) {
      throw new IllegalArgumentException("Numbers are whole: " + token.getValue());
    }
    return Long.parseLong(token.getValue());
  }

  private static boolean infix(ASTNode node, String operator) {
    return node.getToken().getType() == TokenType.INFIX_OPERATOR
        && node.getToken().getValue().equals(operator);
  }
}
