package org.citylake.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.citylake.core.indicator.FigureTerm.Part;
import org.citylake.core.indicator.FigureTerm.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions of derived indicators. */
final class TestFigureExpression {
  @Test
  void theQuotientOutsideOfAllSplitsNumeratorAndDenominator() {
    FigureExpression read = FigureExpression.of("(a - LAG(a, 7)) / LAG(a, 7)");

    FigureTerm own = FigureTerm.of("a");
    FigureTerm before = new FigureTerm("a", Part.VALUE, Window.LAG, 7);
    assertThat(read.numerator().factors())
        .containsEntry(own, BigDecimal.ONE)
        .containsEntry(before, BigDecimal.ONE.negate());
    assertThat(read.denominator().factors()).containsOnlyKeys(before);
    assertThat(read.terms()).containsExactly(own, before);
    assertThat(read.codes()).containsExactly("a");
  }

  @Test
  void withoutAQuotientTheDenominatorIsOne() {
    FigureExpression read = FigureExpression.of("2 * (a + b) - 3 * a + 5");

    assertThat(read.denominator()).isEqualTo(FigureSum.of(BigDecimal.ONE));
    assertThat(read.numerator().constant()).isEqualByComparingTo("5");
    assertThat(read.numerator().factors())
        .containsEntry(FigureTerm.of("a"), new BigDecimal("-1"))
        .containsEntry(FigureTerm.of("b"), new BigDecimal("2"));
  }

  @Test
  void windowsAreLaidOnPartsToo() {
    FigureExpression read = FigureExpression.of("SUM(NUMERATOR(a), 30) / SUM(DENOMINATOR(a), 30)");

    assertThat(read.terms())
        .containsExactly(
            new FigureTerm("a", Part.NUMERATOR, Window.SUM, 30),
            new FigureTerm("a", Part.DENOMINATOR, Window.SUM, 30));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a / b / c              | '/' stands once, outside of everything else
          1 + a / b              | '/' stands once, outside of everything else
          a * b                  | '*' needs a number on one side
          a * 1.5                | Numbers are whole: 1.5
          3                      | it names no indicator
          LAG(a, 0)              | A number of periods is 1 to 3660: 0
          LAG(a, b)              | A number of periods is a number
          LAG(LAG(a, 1), 1)      | LAG is of a code or of a part of it
          NUMERATOR(SUM(a, 7))   | NUMERATOR is of a code or of a part of it
          LAG(a + b, 7)          | '+' is no figure
          a > b                  | '>' is not known here
          DELAY(a, 7)            | Undefined function 'DELAY'
          """)
  void whatCannotBeComputedExactlyIsRefusedWithItsReason(String text, String reason) {
    assertThatThrownBy(() -> FigureExpression.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
