package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads connector.yaml. */
final class ConnectorFile {
  private static final TypedKeys KEYS =
      new TypedKeys(
          "connector",
          Set.of("type"),
          Map.of(
              "jdbc", List.of("url", "table"),
              "exchange", List.of("url", "table", "flag", "pending", "done", "batch"),
              "folder", List.of("path", "files"),
              "http", List.of("url"),
              "kafka", List.of("servers", "topics"),
              "mqtt", List.of("url", "topics")),
          Map.of(
              "jdbc",
                  List.of("user", "password", "watermark", "silence-seconds", "driver-properties"),
              "exchange",
                  List.of("user", "password", "receipt", "silence-seconds", "driver-properties"),
              "folder", List.of("snapshot-date", "control"),
              "http", List.of("records", "token", "page", "size", "page-size", "next"),
              "kafka", List.of("user", "password", "silence-seconds"),
              "mqtt", List.of("user", "password", "quiet-seconds")));

  /** Five minutes: a query that sorts a large table may be silent for long. */
  private static final int SILENCE_SECONDS = 300;

  private final YamlFile yaml;
  private final JsonNode root;
  private final Problems problems;

  private ConnectorFile(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.root = yaml.root();
    this.problems = problems;
  }

  static Optional<ConnectorDeclaration> read(YamlFile yaml, Problems problems) {
    if (!DeclarationSchema.named("connector").check(yaml, problems)) {
      return Optional.empty();
    }
    ConnectorFile file = new ConnectorFile(yaml, problems);
    int before = problems.all().size();
    KEYS.check(yaml, "", yaml.root(), problems);
    file.pattern("/snapshot-date");
    file.pattern("/control/content");
    file.address();
    file.driverSecrets();
    return problems.all().size() == before ? Optional.of(file.connector()) : Optional.empty();
  }

  private ConnectorDeclaration connector() {
    return switch (text("type")) {
      case "jdbc" -> jdbc(Texts.text(root.path("watermark")), Optional.empty());
      case "exchange" ->
          jdbc(
              Optional.empty(),
              Optional.of(
                  new ConnectorDeclaration.Exchange(
                      text("flag"),
                      text("pending"),
                      text("done"),
                      text("batch"),
                      Texts.text(root.path("receipt")))));
      case "folder" ->
          new ConnectorDeclaration.Folder(
              text("path"),
              text("files"),
              Texts.text(root.path("snapshot-date")),
              root.has("control")
                  ? Optional.of(
                      new ConnectorDeclaration.Control(
                          root.path("control").path("suffix").asText(),
                          Texts.text(root.path("control").path("content"))))
                  : Optional.empty());
      case "http" ->
          new ConnectorDeclaration.Http(
              URI.create(text("url")),
              text("records"),
              TypedKeys.secret(root.path("token")),
              Texts.text(root.path("page")),
              Texts.text(root.path("size")),
              root.path("page-size").asInt(1000),
              Texts.text(root.path("next")));
      case "kafka" ->
          new ConnectorDeclaration.Kafka(
              texts("servers"),
              texts("topics"),
              Texts.text(root.path("user")),
              TypedKeys.secret(root.path("password")),
              root.path("silence-seconds").asInt(30));
      default ->
          new ConnectorDeclaration.Mqtt(
              text("url"),
              texts("topics"),
              Texts.text(root.path("user")),
              TypedKeys.secret(root.path("password")),
              root.path("quiet-seconds").asInt(5));
    };
  }

  private ConnectorDeclaration.Jdbc jdbc(
      Optional<String> watermark, Optional<ConnectorDeclaration.Exchange> exchange) {
    return new ConnectorDeclaration.Jdbc(
        text("url"),
        Texts.text(root.path("user")),
        TypedKeys.secret(root.path("password")),
        text("table"),
        watermark,
        exchange,
        root.path("silence-seconds").asInt(SILENCE_SECONDS),
        driverProperties());
  }

  private Map<String, String> driverProperties() {
    Map<String, String> properties = new TreeMap<>();
    root.path("driver-properties")
        .fields()
        .forEachRemaining(p -> properties.put(p.getKey(), p.getValue().asText()));
    return properties;
  }

  private void pattern(String pointer) {
    Optional<String> text = Texts.text(root.at(pointer));
    if (text.isPresent()) {
      try {
        Pattern.compile(text.get());
      } catch (PatternSyntaxException e) {
        problems.add(
            yaml.problem(
                pointer, "pattern", text.get(), "Not a regular expression: " + e.getDescription()));
      }
    }
  }

  /** A secret in an address would stand in logs and in the repository. */
  private void address() {
    String url = text("url");
    if (url.matches("(?i).*(//[^/?]*:[^/?]*@|[?&;](password|passwd|pwd|token)=).*")) {
      problems.add(
          yaml.problem(
              "/url",
              "secret-in-address",
              url.replaceAll("(?i)(:)[^/:@]*@|(=)[^&;]*", "$1$2..."),
              "The address must have no password or token; they go into 'password' or 'token'"));
    }
  }

  private void driverSecrets() {
    for (String name : driverProperties().keySet()) {
      if (name.matches("(?i).*(password|passwd|pwd|token|secret).*")) {
        problems.add(
            yaml.problem(
                "/driver-properties/" + name,
                "secret-in-properties",
                name,
                "Properties of the driver must hold no secret; it goes into 'password'"));
      }
    }
  }

  private String text(String key) {
    return root.path(key).asText();
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    root.path(key).forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
