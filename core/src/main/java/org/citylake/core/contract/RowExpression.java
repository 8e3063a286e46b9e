package org.citylake.core.contract;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the values of one row, in the language of EvalEx: columns by name, {@code == !=
 * < <= > >= && || !}, texts in double quotes, EvalEx's functions, and ours: {@code ISMISSING(x)},
 * {@code DIGITS(text, from, to)} (places from 1, both included, as a number). Days and instants
 * compare in UTC. What differs from run to run (today, now, random) is no condition. Not safe for
 * several threads.
 */
public final class RowExpression {
  private static final String IS_MISSING = "ISMISSING";
  private static final Set<String> CHANGING = Set.of("DT_NOW", "DT_TODAY", "RANDOM");
  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .zoneId(ZoneOffset.UTC)
          .locale(Locale.ROOT)
          .build()
          .withAdditionalFunctions(
              Map.entry(IS_MISSING, new IsMissing()), Map.entry("DIGITS", new Digits()));

  private final Expression expression;
  private final Set<String> columns;
  private final Set<String> demanded;

  private RowExpression(Expression expression) throws ParseException {
    this.expression = expression;
    this.columns = new TreeSet<>();
    expression.getUsedVariables().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
    this.demanded = new HashSet<>(columns);
    for (ASTNode node : expression.getAllASTNodes()) {
      String token = node.getToken().getValue().toUpperCase(Locale.ROOT);
      if (node.getToken().getType() == Token.TokenType.FUNCTION && CHANGING.contains(token)) {
        throw new IllegalArgumentException(token + " differs from run to run");
      }
      if (node.getToken().getType() == Token.TokenType.FUNCTION && token.equals(IS_MISSING)) {
        node.getParameters()
            .forEach(p -> demanded.remove(p.getToken().getValue().toLowerCase(Locale.ROOT)));
      }
    }
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException when it cannot be read; the message says why
   */
  public static RowExpression of(String text) {
    try {
      return new RowExpression(new Expression(text, CONFIGURATION));
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          e.getMessage() + " at character " + e.getStartPosition(), e);
    }
  }

  /** The columns that it names, lower case, ordered. */
  public Set<String> columns() {
    return Set.copyOf(columns);
  }

  /**
   * Whether it is so; empty when a column that it needs is missing, unless it asks ISMISSING of it.
   *
   * @param values column to typed value, null for a missing one
   * @throws IllegalArgumentException when the values give no yes or no
   */
  public Optional<Boolean> holds(Map<String, ? extends @Nullable Object> values) {
    for (String column : demanded) {
      if (values.get(column) == null) {
        return Optional.empty();
      }
    }
    try {
      for (String column : columns) {
        expression.with(column, values.get(column));
      }
      EvaluationValue result = expression.evaluate();
      if (!result.isBooleanValue()) {
        throw new IllegalArgumentException("it gives no yes or no");
      }
      return Optional.of(result.getBooleanValue());
    } catch (BaseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @FunctionParameter(name = "value")
  private static final class IsMissing extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(Expression in, Token token, EvaluationValue... arguments) {
      return EvaluationValue.booleanValue(arguments[0].isNullValue());
    }
  }

  @FunctionParameter(name = "text")
  @FunctionParameter(name = "from")
  @FunctionParameter(name = "to")
  private static final class Digits extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(Expression in, Token token, EvaluationValue... arguments)
        throws EvaluationException {
      String text = arguments[0].getStringValue();
      int from = arguments[1].getNumberValue().intValue();
      int to = arguments[2].getNumberValue().intValue();
      if (from < 1
          || to < from
          || to > text.length()
          || !text.substring(from - 1, to).chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw new EvaluationException(token, "there are no digits at " + from + " to " + to);
      }
      return EvaluationValue.numberValue(new BigDecimal(text.substring(from - 1, to)));
    }
  }
}
