package org.citylake.metrics.export.xlsx;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.figure.Mean;

/**
 * The formula of a node's score over the cells of its children, which stand together in one column
 * beside a column with their weights. A cell without a number is missing. Only functions that every
 * spreadsheet has, and none that has to be entered as an array.
 *
 * @param mean the mean
 * @param step the method with its parameters
 * @param weights the column with the weights, such as {@code G}
 * @param first the first child's row, from 1
 * @param last the last child's row
 */
record ScoreFormula(Mean mean, Step step, String weights, int first, int last) {
  /** The formula for the values in a column, without the equals sign. */
  String over(String column) {
    String values = column + first + ":" + column + last;
    String shares = "$" + weights + "$" + first + ":$" + weights + "$" + last;
    String there = "SUMIF(" + values + ",\">-1E+300\"," + shares + ")";
    String sum =
        switch (mean) {
          case ARITHMETIC -> "SUMPRODUCT(" + shares + "," + values + ")/" + there;
          case GEOMETRIC -> "EXP((" + terms(column, "%1$s*LN(%2$s)") + ")/" + there + ")";
          case HARMONIC -> there + "/(" + terms(column, "%1$s/%2$s") + ")";
        };
    int needed = Mean.needsAll(step) ? last - first + 1 : 1;
    // No less-than sign: the library writes formulas into the XML as they are.
    return "IF(OR(" + needed + ">COUNT(" + values + ")," + there + "=0),\"\"," + sum + ")";
  }

  /** One term per child, zero where it is missing. */
  private String terms(String column, String term) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            row ->
                "IF(ISNUMBER("
                    + column
                    + row
                    + "),"
                    + term.formatted("$" + weights + "$" + row, column + row)
                    + ",0)")
        .collect(Collectors.joining("+"));
  }
}
