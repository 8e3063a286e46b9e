package org.citylake.core.declaration;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a source must keep in view of other declarations. */
final class SourceRules {
  private final Loaded<SourceDeclaration> loaded;
  private final Problems problems;
  private final YamlFile yaml;

  private SourceRules(Loaded<SourceDeclaration> loaded, Problems problems) {
    this.loaded = loaded;
    this.problems = problems;
    this.yaml = loaded.marker();
  }

  static void check(
      Loaded<SourceDeclaration> loaded, Declarations.References references, Problems problems) {
    SourceDeclaration source = loaded.declaration();
    SourceRules rules = new SourceRules(loaded, problems);
    ContractReferences.check(source.contract(), rules.yaml, references);
    rules.reserved();
    rules.directory();
    rules.unpivot();
    rules.status();
    rules.personal();
    ForeignKeyRules.check(loaded, references, problems);
    source.connector().ifPresent(rules::connector);
    source.stream()
        .flatMap(StreamDeclaration::live)
        .ifPresent(live -> StreamRules.check(loaded, live, problems));
    source.sample().ifPresent(sample -> rules.editions(sample, references));
    source.mapping().ifPresent(m -> MappingRules.check(loaded, m, references, problems));
  }

  /** What an agency delivers stands in the directory; published data have their origin. */
  private void directory() {
    SourceDeclaration source = loaded.declaration();
    if (!Files.exists(source.folder().resolve("origin.yaml"))
        && source.contract().directory().isEmpty()) {
      problems.add(
          yaml.problem(
              "/schema/0",
              "directory-missing",
              source.id(),
              "An agency's source needs the custom property 'directory'; published data need"
                  + " origin.yaml"));
    }
  }

  /** The vault takes whole rows of batch sources. */
  private void personal() {
    SourceDeclaration source = loaded.declaration();
    List<ContractProperty> properties = source.contract().properties();
    boolean refused = source.format().unpivot().isPresent() || source.stream().isPresent();
    for (int i = 0; refused && i < properties.size(); i++) {
      if (properties.get(i).personal()) {
        problems.add(
            yaml.problem(
                "/schema/0/properties/" + i + "/classification",
                "personal-unsupported",
                properties.get(i).classification(),
                "The column '"
                    + properties.get(i).name()
                    + "' is personal data, which a streamed or unpivoted source cannot have yet;"
                    + " leave the column out"));
      }
    }
  }

  /** What is made up for an edition needs the edition. */
  private void editions(SampleDeclaration sample, Declarations.References references) {
    for (int i = 0; i < sample.editions().size(); i++) {
      references.edition(
          loaded.file(SourceFolder.SAMPLE), "/editions/" + i, sample.editions().get(i));
    }
  }

  /** What a pull writes has to be a file that the contract describes. */
  private void connector(ConnectorDeclaration connector) {
    SourceDeclaration source = loaded.declaration();
    YamlFile file = loaded.file(SourceFolder.CONNECTOR);
    String type = source.format().type();
    boolean messages =
        connector instanceof ConnectorDeclaration.Http
            || connector instanceof ConnectorDeclaration.Kafka
            || connector instanceof ConnectorDeclaration.Mqtt;
    boolean rows = connector instanceof ConnectorDeclaration.Jdbc;
    if ((messages && !type.equals("jsonl")) || (rows && !type.equals("csv"))) {
      problems.add(
          file.problem(
              "/type",
              "connector-format",
              type,
              messages
                  ? "What this connector fetches are JSON objects: the contract's format must be"
                      + " of type jsonl"
                  : "Rows of a database are written as CSV: the contract's format must be of type"
                      + " csv"));
    }
    boolean increments =
        messages && !(connector instanceof ConnectorDeclaration.Http)
            || connector instanceof ConnectorDeclaration.Jdbc jdbc
                && (jdbc.watermark().isPresent() || jdbc.exchange().isPresent());
    if (increments && source.format().delivery() == SourceDeclaration.Delivery.FULL) {
      problems.add(
          file.problem(
              "/type",
              "connector-delivery",
              "full",
              "It fetches only what is new: the contract's delivery cannot be full, or every other"
                  + " key would end"));
    }
  }

  private void reserved() {
    SourceDeclaration source = loaded.declaration();
    List<ContractProperty> properties = source.contract().properties();
    boolean wide = source.format().unpivot().isPresent();
    for (int i = 0; i < properties.size(); i++) {
      String name = properties.get(i).name();
      if (SourceDeclaration.RESERVED_COLUMNS.contains(name)
          || (wide && (name.equals("variable") || name.equals("value")))) {
        problems.add(
            yaml.problem(
                "/schema/0/properties/" + i + "/name",
                "reserved-column",
                name,
                "The platform fills a column of this name itself; choose another"
                    + " and keep the agency's as physicalName"));
      }
    }
  }

  /** Ends that records tell: which column says so, of which key. */
  private void status() {
    SourceDeclaration source = loaded.declaration();
    boolean flagged = source.format().delivery() == SourceDeclaration.Delivery.STATUS_FLAG;
    if (flagged != source.format().status().isPresent()) {
      status(
          source.id(),
          "A delivery 'status-flag' needs 'status' with the column and the values that end a key,"
              + " and no other has it");
    }
    if (flagged && source.contract().primaryKey().isEmpty()) {
      status(source.id(), "A delivery 'status-flag' ends keys; the contract has no primary key");
    }
    source
        .format()
        .status()
        .filter(
            s ->
                source
                    .contract()
                    .findProperty(s.column())
                    .filter(p -> p.physicalType().equals("string"))
                    .isEmpty())
        .ifPresent(
            s ->
                status(
                    s.column(),
                    "'status' names a column that the contract does not have as a string"));
  }

  private void status(String value, String message) {
    problems.add(yaml.problem("/schema/0/customProperties", "status-flag", value, message));
  }

  private void unpivot() {
    SourceDeclaration source = loaded.declaration();
    if (source.format().unpivot().isEmpty()) {
      return;
    }
    Set<String> types = new TreeSet<>();
    Set<String> names =
        source.contract().properties().stream()
            .map(ContractProperty::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String column : source.format().unpivot().get().columns()) {
      source.contract().findProperty(column).ifPresent(p -> types.add(p.physicalType()));
      if (!names.contains(column)) {
        problems.add(
            yaml.problem(
                "/schema/0/customProperties",
                "unknown-column",
                column,
                "'unpivot' names the column '"
                    + column
                    + "', which the contract does not have"
                    + NearestName.hint(column, names)));
      }
    }
    if (types.size() > 1) {
      problems.add(
          yaml.problem(
              "/schema/0/customProperties",
              "unpivot-types",
              String.join(", ", types),
              "The columns of 'unpivot' become one and must be of one type"));
    }
  }
}
