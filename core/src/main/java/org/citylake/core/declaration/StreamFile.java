package org.citylake.core.declaration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads stream.yaml. */
final class StreamFile {
  private StreamFile() {}

  static Optional<StreamDeclaration> read(YamlFile yaml, Problems problems) {
    if (!DeclarationSchema.named("stream").check(yaml, problems)) {
      return Optional.empty();
    }
    String zone = yaml.root().path("zone").asText();
    String lateness = yaml.root().path("lateness").asText();
    ZoneId zoneId = null;
    Duration duration = null;
    try {
      zoneId = ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add(yaml.problem("/zone", "zone", zone, "No such zone; write one as Asia/Shanghai"));
    }
    try {
      duration = Duration.parse(lateness);
    } catch (DateTimeException e) {
      problems.add(
          yaml.problem("/lateness", "duration", lateness, "No such duration; write it as PT24H"));
    }
    return zoneId == null || duration == null
        ? Optional.empty()
        : Optional.of(new StreamDeclaration(yaml.root().path("job").asText(), zoneId, duration));
  }
}
