package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.Origin.ShippedDelivery;
import org.citylake.core.json.ContentHash;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads origin.yaml and checks the files that it names. */
final class OriginFile {
  private OriginFile() {}

  static Optional<Origin> read(YamlFile yaml, DeclarationFolder folder, Problems problems) {
    if (!DeclarationSchema.named("origin").check(yaml, problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.root();
    Optional<LocalDate> accessed = day(yaml, "/accessed", problems);
    List<ShippedDelivery> deliveries = new ArrayList<>();
    for (int i = 0; i < root.path("deliveries").size(); i++) {
      JsonNode node = root.path("deliveries").path(i);
      String place = "/deliveries/" + i;
      Optional<LocalDate> snapshot = day(yaml, place + "/snapshot-date", problems);
      if (snapshot.isPresent()) {
        ShippedDelivery delivery =
            new ShippedDelivery(
                node.path("file").asText(), node.path("sha256").asText(), snapshot.get());
        check(delivery, yaml, place, folder, problems);
        deliveries.add(delivery);
      }
    }
    return accessed.map(
        day ->
            new Origin(
                root.path("producer").asText(),
                root.path("title").asText(),
                root.path("citation").asText(),
                root.path("licence").path("name").asText(),
                root.path("licence").path("address").asText(),
                root.path("address").asText(),
                day,
                Texts.list(root.path("notes")),
                deliveries));
  }

  private static void check(
      ShippedDelivery delivery,
      YamlFile yaml,
      String place,
      DeclarationFolder folder,
      Problems problems) {
    if (!folder.file(delivery.file()).normalize().startsWith(folder.folder().normalize())
        || !folder.has(delivery.file())) {
      problems.add(
          yaml.problem(
              place + "/file",
              "delivery-missing",
              delivery.file(),
              "There is no such file below the source's folder"));
      return;
    }
    String actual = ContentHash.of(folder.file(delivery.file()));
    if (!actual.equals(delivery.sha256())) {
      problems.add(
          yaml.problem(
              place + "/sha256",
              "delivery-changed",
              delivery.sha256(),
              "The file "
                  + delivery.file()
                  + " has the SHA-256 "
                  + actual
                  + "; restore the file or declare the new one"));
    }
  }

  private static Optional<LocalDate> day(YamlFile yaml, String pointer, Problems problems) {
    String text = yaml.root().at(pointer).asText();
    Optional<LocalDate> day = Texts.day(text);
    if (day.isEmpty()) {
      problems.add(yaml.problem(pointer, "date", text, "There is no such day; write YYYY-MM-DD"));
    }
    return day;
  }
}
