package org.citylake.core.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.ContractReader;
import org.citylake.core.contract.DataContract;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * Reads a source's folder: its contract and, where they are, mapping, origin, stream, connector and
 * sample.
 */
final class SourceFolder {
  static final String MAPPING = "mapping.yaml";
  static final String ORIGIN = "origin.yaml";
  static final String STREAM = "stream.yaml";
  static final String CONNECTOR = "connector.yaml";
  static final String SAMPLE = "sample.yaml";

  private SourceFolder() {}

  static Optional<Loaded<SourceDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Map<String, YamlFile> files = new LinkedHashMap<>();
    for (String name : List.of(marker, MAPPING, ORIGIN, STREAM, CONNECTOR, SAMPLE)) {
      if (folder.has(name)) {
        folder.yaml(name, problems).ifPresent(yaml -> files.put(name, yaml));
      }
    }
    Optional<DataContract> contract =
        file(files, marker).flatMap(y -> ContractReader.read(y, problems));
    Optional<SourceMapping> mapping =
        file(files, MAPPING).flatMap(y -> MappingFile.read(y, problems));
    Optional<Origin> origin =
        file(files, ORIGIN).flatMap(y -> OriginFile.read(y, folder, problems));
    Optional<StreamDeclaration> stream =
        file(files, STREAM).flatMap(y -> StreamFile.read(y, problems));
    Optional<ConnectorDeclaration> connector =
        file(files, CONNECTOR).flatMap(y -> ConnectorFile.read(y, problems));
    if (contract.isEmpty()) {
      return Optional.empty();
    }
    DataContract read = contract.get();
    Optional<SampleDeclaration> sample =
        file(files, SAMPLE).flatMap(y -> SampleFile.read(y, read, problems));
    Object format = read.custom().get("format");
    if (!(format instanceof Map<?, ?> formatKeys)) {
      file(files, marker)
          .ifPresent(
              y ->
                  problems.add(
                      y.problem(
                          "/schema/0",
                          "missing-key",
                          "format",
                          "The custom property 'format' of the schema object is missing")));
      return Optional.empty();
    }
    SourceDeclaration source =
        new SourceDeclaration(
            folder.id(),
            folder.domain(),
            folder.absolute(),
            read,
            FormatKeys.read(formatKeys),
            mapping,
            origin,
            stream,
            connector,
            sample,
            folder.contentHash());
    Loaded<SourceDeclaration> loaded = new Loaded<>(folder, files, source);
    loaded.requireId(problems, "/id", read.id(), folder.id());
    loaded.requireTests(problems, "input.*");
    FormatRules.check(loaded, problems);
    return Optional.of(loaded);
  }

  private static Optional<YamlFile> file(Map<String, YamlFile> files, String name) {
    return Optional.ofNullable(files.get(name));
  }
}
