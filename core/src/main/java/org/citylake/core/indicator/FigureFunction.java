package org.citylake.core.indicator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;

/** Functions that EvalEx has to know to read an expression; what they mean is computed by us. */
abstract class FigureFunction extends AbstractFunction {
  @Override
  public EvaluationValue evaluate(Expression in, Token token, EvaluationValue... arguments)
      throws EvaluationException {
    throw new EvaluationException(token, "is not evaluated apart from its figures");
  }

  /** {@code YEAR_BEFORE(x)}. */
  @FunctionParameter(name = "figure")
  static final class OfFigure extends FigureFunction {}

  /** {@code LAG(x, n)}. */
  @FunctionParameter(name = "figure")
  @FunctionParameter(name = "periods")
  static final class OfFigureAndPeriods extends FigureFunction {}
}
