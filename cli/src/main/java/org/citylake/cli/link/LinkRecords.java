package org.citylake.cli.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.ShownText;
import org.citylake.entities.linkage.configuration.InputColumns;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.RecordTableBuilder;
import org.citylake.entities.linkage.table.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * The records of all input files.
 *
 * @param table the records with the columns that at least two files have, without ids and ignored
 *     ones
 * @param idColumn the column with the ids; empty when rows are numbered
 * @param inputs how the files' own columns are called; empty when all call them alike
 * @param warnings what was left out
 */
record LinkRecords(
    RecordTable table,
    Optional<String> idColumn,
    List<InputColumns> inputs,
    List<String> warnings) {
  /** Where the ids of inputs stand that call them differently; no file can call a column so. */
  private static final String ID = " id ";

  LinkRecords {
    inputs = List.copyOf(inputs);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads all files.
   *
   * @param given how a configuration calls the files' columns; empty to have columns of one name
   *     compared, and of differing names those that hold the same
   * @throws CityLakeException of kind USER for a file or column that is not there; of kind DATA for
   *     files without a record or a common column, and ids that are missing or stand twice in a
   *     file
   */
  static LinkRecords read(
      List<LinkSource> sources,
      Optional<String> id,
      List<String> ignored,
      List<InputColumns> given) {
    LinkHeaders headers = LinkHeaders.read(sources);
    id.ifPresent(headers::require);
    headers.requireAnywhere(ignored);
    if (given.isEmpty() && headers.alike()) {
      return alike(sources, headers.columns(sources.get(0).name()), id, ignored);
    }
    if (!given.isEmpty()) {
      headers.requireInputs(given);
    }
    return differing(
        sources,
        headers,
        given.isEmpty() ? ColumnSurvey.match(sources, headers, id, ignored) : given,
        ignored);
  }

  private static LinkRecords alike(
      List<LinkSource> sources, List<String> columns, Optional<String> id, List<String> ignored) {
    RecordTableBuilder builder = new RecordTableBuilder(names(sources), columns);
    sources.forEach(source -> read(source, columns, builder));
    Optional<String> idColumn = id.or(() -> RecordIds.find(builder, columns, ignored));
    id.ifPresent(column -> RecordIds.require(builder, column));
    RecordTable table = build(builder, idColumn, new HashSet<>(ignored));
    return new LinkRecords(table, idColumn, List.of(), silent(table));
  }

  private static LinkRecords differing(
      List<LinkSource> sources,
      LinkHeaders headers,
      List<InputColumns> inputs,
      List<String> ignored) {
    Set<String> common = new LinkedHashSet<>();
    inputs.forEach(input -> common.addAll(input.columns().keySet()));
    common.removeAll(ignored);
    if (common.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "The inputs have no column in common, by name or by what they hold; name columns alike"
              + " that mean the same, or say it under inputs of --config: "
              + headers.all());
    }
    List<String> columns = List.copyOf(common);
    List<String> withId = new ArrayList<>(columns);
    withId.add(ID);
    RecordTableBuilder builder = new RecordTableBuilder(names(sources), withId);
    for (LinkSource source : sources) {
      InputColumns own =
          inputs.stream().filter(i -> i.source().equals(source.name())).findFirst().orElseThrow();
      List<@Nullable String> places =
          columns.stream()
              .<@Nullable String>map(c -> own.columns().get(c))
              .collect(Collectors.toList());
      places.add(own.id().orElse(null));
      read(source, places, builder);
    }
    RecordIds.require(builder, ID);
    RecordTable table = build(builder, Optional.of(ID), Set.of());
    List<String> warnings = new ArrayList<>(silent(table));
    List<String> alone = headers.notNamed(inputs, ignored);
    if (!alone.isEmpty()) {
      warnings.add("Not compared, because only one input has them: " + String.join(", ", alone));
    }
    return new LinkRecords(table, told(inputs), inputs, warnings);
  }

  /** What is said of columns that tell nothing: those without a value, and those with one. */
  private static List<String> silent(RecordTable table) {
    List<String> warnings = new ArrayList<>();
    String empty = named(table, 0);
    if (!empty.isEmpty()) {
      warnings.add("Without a value in any record, so not compared: " + empty);
    }
    String same = table.size() < 2 ? "" : named(table, 1);
    if (!same.isEmpty()) {
      warnings.add("With one and the same value throughout, which tells nothing: " + same);
    }
    return warnings;
  }

  private static String named(RecordTable table, int values) {
    return table.columns().stream()
        .filter(column -> column.values().size() == values)
        .map(ValueColumn::name)
        .collect(Collectors.joining(", "));
  }

  /** The ids' columns; one name where all inputs call it so. */
  private static Optional<String> told(List<InputColumns> inputs) {
    Set<String> ids = new TreeSet<>();
    inputs.forEach(input -> ids.add(input.id().orElse("(row number)")));
    return ids.size() == 1
        ? inputs.get(0).id()
        : Optional.of(
            inputs.stream()
                .map(i -> i.source() + "." + i.id().orElse("(row number)"))
                .collect(Collectors.joining(", ")));
  }

  private static List<String> names(List<LinkSource> sources) {
    return sources.stream().map(LinkSource::name).toList();
  }

  private static RecordTable build(
      RecordTableBuilder builder, Optional<String> idColumn, Set<String> ignored) {
    RecordTable table = builder.build(idColumn, ignored);
    if (table.columns().isEmpty()) {
      throw new CityLakeException(
          Kind.DATA, "There is no column to compare beside id and ignored ones");
    }
    return table;
  }

  /**
   * Reads a file's records.
   *
   * @param columns its own columns in the builder's order; null for one that it lacks; null in the
   *     last place, the ids', numbers the records
   */
  static void read(
      LinkSource source, List<? extends @Nullable String> columns, RecordTableBuilder builder) {
    try (LinkInput input = LinkInput.open(source.file())) {
      int[] places = columns.stream().mapToInt(c -> input.columns().indexOf(c)).toArray();
      int before = builder.size();
      input.forEach(
          values -> {
            if (Arrays.stream(values).allMatch(v -> v == null) && values.length == 1) {
              return;
            }
            @Nullable String[] record = new @Nullable String[places.length];
            for (int c = 0; c < places.length; c++) {
              record[c] = places[c] < 0 ? null : values[places[c]];
            }
            if (columns.get(places.length - 1) == null) {
              record[places.length - 1] = Integer.toString(builder.size() - before + 1);
            }
            builder.add(source.name(), record);
          });
      if (builder.size() == before) {
        throw new CityLakeException(
            Kind.DATA, "Cannot link " + source.file() + ": it has no record");
      }
    }
  }

  /** Refuses a column that a file lacks. */
  static CityLakeException noColumn(LinkSource source, String column, List<String> columns) {
    String hint = NearestName.hint(column, columns);
    return new CityLakeException(
        Kind.USER,
        source.file()
            + " has no column '"
            + ShownText.of(column)
            + "'"
            + (hint.isEmpty() ? "; it has " + String.join(", ", columns) : hint));
  }
}
