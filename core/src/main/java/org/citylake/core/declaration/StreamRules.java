package org.citylake.core.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What stream.yaml says of columns must be so in the contract. */
final class StreamRules {
  private final SourceDeclaration source;
  private final YamlFile yaml;
  private final Problems problems;

  private StreamRules(SourceDeclaration source, YamlFile yaml, Problems problems) {
    this.source = source;
    this.yaml = yaml;
    this.problems = problems;
  }

  static void check(Loaded<SourceDeclaration> loaded, LiveStream stream, Problems problems) {
    new StreamRules(loaded.declaration(), loaded.file(SourceFolder.STREAM), problems).check(stream);
  }

  private void check(LiveStream stream) {
    column("/event-time", stream.eventTime())
        .filter(column -> column.type() != LogicalType.TIMESTAMP || !column.required())
        .ifPresent(
            column ->
                refuse(
                    "/event-time",
                    "event-time",
                    column.name(),
                    "An event's time is a required timestamp"));
    for (int i = 0; i < stream.series().size(); i++) {
      column("/series/" + i, stream.series().get(i));
    }
    for (int i = 0; i < stream.measures().size(); i++) {
      String place = "/measures/" + i;
      column(place, stream.measures().get(i))
          .filter(c -> c.type() != LogicalType.NUMBER && c.type() != LogicalType.INTEGER)
          .ifPresent(
              c -> refuse(place, "measure", c.name(), "A measure is a number or an integer"));
    }
    List<String> wanted = new ArrayList<>(stream.series());
    wanted.add(stream.eventTime());
    Set<String> key =
        source.contract().primaryKey().stream()
            .map(ContractProperty::name)
            .collect(Collectors.toSet());
    if (!key.equals(Set.copyOf(wanted))) {
      refuse(
          "/series",
          "stream-key",
          String.join(", ", wanted),
          "Series and event time must be the contract's primary key, which is "
              + String.join(", ", key.stream().sorted().toList()));
    }
    if (source.format().unpivot().isPresent() || source.mapping().isPresent()) {
      refuse("/job", "stream-shape", source.id(), "A live source is neither unpivoted nor mapped");
    }
  }

  private Optional<ContractProperty> column(String place, String name) {
    Optional<ContractProperty> found = source.contract().findProperty(name);
    if (found.isEmpty()) {
      Set<String> names =
          source.contract().properties().stream()
              .map(ContractProperty::name)
              .collect(Collectors.toSet());
      refuse(
          place,
          "unknown-column",
          name,
          "The contract has no such column" + NearestName.hint(name, names));
    }
    return found;
  }

  private void refuse(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
