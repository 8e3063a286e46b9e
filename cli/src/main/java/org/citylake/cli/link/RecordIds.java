package org.citylake.cli.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.ShownText;
import org.citylake.entities.linkage.table.RecordTableBuilder;

/** Which column tells records apart. */
final class RecordIds {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*[_ -])?(id|key|uuid|guid|pk|index|ref|no|nr|number)|id.*|rec.*|unique.*|.*(编号|序号|主键|记录号)");
  private static final Pattern CODE = Pattern.compile("[\\p{Alnum}_:./#-]*\\d[\\p{Alnum}_:./#-]*");
  private static final Pattern NONE =
      Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|.*[@\\s].*");
  private static final int SAMPLE = 1000;

  private RecordIds() {}

  /**
   * The first column that is unique in every input and reads like a number that rows were given.
   */
  static Optional<String> find(
      RecordTableBuilder builder, List<String> columns, List<String> ignored) {
    return columns.stream()
        .filter(c -> !ignored.contains(c))
        .filter(
            c ->
                builder.missing(c).isEmpty()
                    && builder.repeated(c).isEmpty()
                    && readsLikeId(c, columns.indexOf(c) == 0, builder.sample(c, SAMPLE)))
        .findFirst();
  }

  private static boolean readsLikeId(String column, boolean first, List<String> values) {
    boolean codes = first && values.stream().allMatch(v -> CODE.matcher(v).matches());
    return (codes || NAME.matcher(column).matches())
        && values.stream().noneMatch(v -> NONE.matcher(v).matches());
  }

  /**
   * Sees that ids can tell records apart.
   *
   * @throws CityLakeException of kind DATA for ids that are missing or stand twice in an input
   */
  static void require(RecordTableBuilder builder, String column) {
    builder
        .missing(column)
        .ifPresent(
            place -> {
              throw new CityLakeException(
                  Kind.DATA, "The id column '" + column + "' has no value in " + place);
            });
    builder
        .repeated(column)
        .ifPresent(
            value -> {
              throw new CityLakeException(
                  Kind.DATA,
                  "The id column '"
                      + column
                      + "' has the value '"
                      + ShownText.of(value)
                      + "' twice in one input; leave --id out to number the rows");
            });
  }
}
