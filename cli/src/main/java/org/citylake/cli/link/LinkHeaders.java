package org.citylake.cli.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.entities.linkage.configuration.InputColumns;

/** The headers of all inputs. */
final class LinkHeaders {
  private final List<LinkSource> sources;
  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  private LinkHeaders(List<LinkSource> sources) {
    this.sources = sources;
  }

  static LinkHeaders read(List<LinkSource> sources) {
    LinkHeaders headers = new LinkHeaders(sources);
    for (LinkSource source : sources) {
      try (LinkInput input = LinkInput.open(source.file())) {
        headers.columns.put(source.name(), input.columns());
      }
    }
    return headers;
  }

  /** An input's columns. */
  List<String> columns(String source) {
    return columns.getOrDefault(source, List.of());
  }

  /** The columns of all inputs, by name. */
  TreeSet<String> all() {
    TreeSet<String> all = new TreeSet<>();
    columns.values().forEach(all::addAll);
    return all;
  }

  /** Whether all inputs have the same columns, in whatever order. */
  boolean alike() {
    return columns.values().stream().map(HashSet::new).distinct().count() == 1;
  }

  /** Sees that every input has a column. */
  void require(String column) {
    for (LinkSource source : sources) {
      if (!columns(source.name()).contains(column)) {
        throw LinkRecords.noColumn(source, column, columns(source.name()));
      }
    }
  }

  /** Sees that each of some columns is one of any input. */
  void requireAnywhere(List<String> names) {
    for (String name : names) {
      if (!all().contains(name)) {
        throw LinkRecords.noColumn(sources.get(0), name, List.copyOf(all()));
      }
    }
  }

  /** Sees that a configuration names each input, and only columns that it has. */
  void requireInputs(List<InputColumns> inputs) {
    for (LinkSource source : sources) {
      InputColumns input =
          inputs.stream()
              .filter(i -> i.source().equals(source.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CityLakeException(
                          Kind.USER,
                          "The configuration says nothing of the input '"
                              + source.name()
                              + "'"
                              + NearestName.hint(
                                  source.name(), inputs.stream().map(InputColumns::source).toList())
                              + "; name inputs by --input NAME=FILE"));
      List<String> own = new ArrayList<>(input.columns().values());
      input.id().ifPresent(own::add);
      for (String column : own) {
        if (!columns(source.name()).contains(column)) {
          throw LinkRecords.noColumn(source, column, columns(source.name()));
        }
      }
    }
  }

  /** Columns that no input is compared by, {@code SOURCE.COLUMN}. */
  List<String> notNamed(List<InputColumns> inputs, List<String> ignored) {
    List<String> alone = new ArrayList<>();
    for (InputColumns input : inputs) {
      for (String column : columns(input.source())) {
        if (!input.columns().containsValue(column)
            && !input.id().equals(Optional.of(column))
            && !ignored.contains(column)) {
          alone.add(input.source() + "." + column);
        }
      }
    }
    return alone;
  }
}
