package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads stream.yaml. */
final class StreamFile {
  private final YamlFile yaml;
  private final Problems problems;
  private boolean sound = true;

  private StreamFile(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  static Optional<StreamDeclaration> read(YamlFile yaml, Problems problems) {
    return DeclarationSchema.named("stream").check(yaml, problems)
        ? new StreamFile(yaml, problems).read()
        : Optional.empty();
  }

  private Optional<StreamDeclaration> read() {
    String job = text("job");
    ZoneId zone = zone(text("zone"));
    Duration lateness = duration("lateness", "PT24H");
    Optional<LiveStream> live =
        job.equals(StreamDeclaration.LIVE_EVENTS)
            ? Optional.of(
                new LiveStream(
                    text("event-time"),
                    texts("series"),
                    texts("measures"),
                    duration("out-of-order", "PT30S"),
                    duration("window", "PT1H"),
                    lateness,
                    duration("ahead", "PT5M")))
            : Optional.empty();
    live.filter(stream -> stream.window().isZero())
        .ifPresent(
            stream ->
                refuse("/window", "duration", text("window"), "A window lasts a second at least"));
    return sound ? Optional.of(new StreamDeclaration(job, zone, lateness, live)) : Optional.empty();
  }

  private String text(String field) {
    return yaml.root().path(field).asText();
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : yaml.root().path(field)) {
      texts.add(text.asText());
    }
    return texts;
  }

  private ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      refuse("/zone", "zone", zone, "No such zone; write one as Asia/Shanghai");
      return ZoneOffset.UTC;
    }
  }

  private Duration duration(String field, String example) {
    try {
      return Duration.parse(text(field));
    } catch (DateTimeException e) {
      refuse("/" + field, "duration", text(field), "No such duration; write it as " + example);
      return Duration.ZERO;
    }
  }

  private void refuse(String pointer, String rule, String value, String message) {
    problems.add(yaml.problem(pointer, rule, value, message));
    sound = false;
  }
}
