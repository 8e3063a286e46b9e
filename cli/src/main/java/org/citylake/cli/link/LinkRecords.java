package org.citylake.cli.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.ShownText;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.RecordTableBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The records of all input files.
 *
 * @param table the records with the columns that every file has, without id and ignored ones
 * @param idColumn the column with the ids; empty when rows are numbered
 * @param warnings what was left out
 */
record LinkRecords(RecordTable table, Optional<String> idColumn, List<String> warnings) {
  private static final Pattern ID_NAME =
      Pattern.compile(
          "(?i)(.*[_ -])?(id|key|uuid|guid|pk|index|ref|no|nr|number)|id.*|rec.*|unique.*|.*(编号|序号|主键|记录号)");
  private static final Pattern CODE = Pattern.compile("[\\p{Alnum}_:./#-]*\\d[\\p{Alnum}_:./#-]*");
  private static final Pattern NO_ID =
      Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|.*[@\\s].*");
  private static final int SAMPLE = 1000;

  LinkRecords {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads all files.
   *
   * @throws CityLakeException of kind USER for a file or column that is not there, and files of one
   *     name; of kind DATA for files without a record or a common column, and ids that are missing
   *     or stand twice in a file
   */
  static LinkRecords read(List<Path> files, Optional<String> id, List<String> ignored) {
    List<String> sources = files.stream().map(LinkInput::source).toList();
    if (new HashSet<>(sources).size() < sources.size()) {
      throw new CityLakeException(
          Kind.USER, "Two inputs have the same name, which names their records: rename one");
    }
    List<String> warnings = new ArrayList<>();
    List<String> columns = sharedColumns(files, id, ignored, warnings);
    RecordTableBuilder builder = new RecordTableBuilder(sources, columns);
    for (int i = 0; i < files.size(); i++) {
      read(files.get(i), sources.get(i), columns, builder);
    }
    Optional<String> idColumn = id.or(() -> findId(builder, columns, ignored));
    id.ifPresent(column -> requireIds(builder, column));
    RecordTable table = builder.build(idColumn, new HashSet<>(ignored));
    if (table.columns().isEmpty()) {
      throw new CityLakeException(
          Kind.DATA, "There is no column to compare beside id and ignored ones");
    }
    return new LinkRecords(table, idColumn, warnings);
  }

  private static List<String> sharedColumns(
      List<Path> files, Optional<String> id, List<String> ignored, List<String> warnings) {
    Set<String> all = new LinkedHashSet<>();
    @Nullable Set<String> shared = null;
    for (Path file : files) {
      try (LinkInput input = LinkInput.open(file)) {
        List<String> columns = input.columns();
        all.addAll(columns);
        if (shared == null) {
          shared = new LinkedHashSet<>(columns);
        }
        shared.retainAll(columns);
        id.filter(column -> !columns.contains(column)).ifPresent(c -> noColumn(file, c, columns));
      }
    }
    for (String column : ignored) {
      if (!all.contains(column)) {
        noColumn(files.get(0), column, List.copyOf(all));
      }
    }
    if (shared == null || shared.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "The inputs have no column in common; name columns alike that mean the same: " + all);
    }
    Set<String> left = shared;
    List<String> alone =
        all.stream().filter(c -> !left.contains(c) && !ignored.contains(c)).toList();
    if (!alone.isEmpty()) {
      warnings.add("Not compared, because not every input has them: " + String.join(", ", alone));
    }
    return List.copyOf(shared);
  }

  private static void noColumn(Path file, String column, List<String> columns) {
    String hint = NearestName.hint(column, columns);
    throw new CityLakeException(
        Kind.USER,
        file
            + " has no column '"
            + ShownText.of(column)
            + "'"
            + (hint.isEmpty() ? "; it has " + String.join(", ", columns) : hint));
  }

  private static void read(
      Path file, String source, List<String> columns, RecordTableBuilder builder) {
    try (LinkInput input = LinkInput.open(file)) {
      int[] places = columns.stream().mapToInt(c -> input.columns().indexOf(c)).toArray();
      int before = builder.size();
      input.forEach(
          values -> {
            if (Arrays.stream(values).allMatch(v -> v == null) && values.length == 1) {
              return;
            }
            @Nullable String[] record = new @Nullable String[places.length];
            for (int c = 0; c < places.length; c++) {
              record[c] = values[places[c]];
            }
            builder.add(source, record);
          });
      if (builder.size() == before) {
        throw new CityLakeException(Kind.DATA, "Cannot link " + file + ": it has no record");
      }
    }
  }

  private static void requireIds(RecordTableBuilder builder, String column) {
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

  /** The first column that is unique in every file and reads like a number that rows were given. */
  private static Optional<String> findId(
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
    return (codes || ID_NAME.matcher(column).matches())
        && values.stream().noneMatch(v -> NO_ID.matcher(v).matches());
  }
}
