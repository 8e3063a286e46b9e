package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citylake.core.declaration.ExportDestination.Folder;
import org.citylake.core.declaration.ExportDestination.Http;
import org.citylake.core.declaration.ExportDestination.S3;
import org.citylake.core.declaration.ExportDestination.Sftp;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** Reads the destinations of an export and refuses what is incomplete or unsafe. */
final class ExportDestinations {
  private static final TypedKeys KEYS =
      new TypedKeys(
          "destination",
          Set.of("name", "type"),
          Map.of(
              "folder", List.of("path"),
              "s3", List.of("bucket", "access-key", "secret-key"),
              "sftp", List.of("host", "user", "path", "known-hosts"),
              "http", List.of("url")),
          Map.of(
              "folder", List.of(),
              "s3", List.of("prefix", "region", "endpoint", "path-style"),
              "sftp", List.of("port", "private-key", "password"),
              "http", List.of("method", "token")));
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final YamlFile yaml;
  private final Problems problems;

  private ExportDestinations(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** The destinations that are right; the others are among the problems. */
  static List<ExportDestination> read(YamlFile yaml, Problems problems) {
    ExportDestinations reader = new ExportDestinations(yaml, problems);
    List<ExportDestination> destinations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    JsonNode list = yaml.root().path("destinations");
    for (int i = 0; i < list.size(); i++) {
      String place = "/destinations/" + i;
      if (!names.add(list.get(i).path("name").asText())) {
        reader.report(
            place + "/name",
            "duplicate-name",
            list.get(i).path("name").asText(),
            "Another destination has this name; deliveries are recorded under it");
      }
      if (reader.complete(place, list.get(i))) {
        destinations.add(reader.destination(list.get(i)));
      }
    }
    return destinations;
  }

  private boolean complete(String place, JsonNode node) {
    int before = problems.all().size();
    String type = node.path("type").asText();
    KEYS.check(yaml, place, node, problems);
    switch (type) {
      case "sftp" -> {
        if (node.has("private-key") == node.has("password")) {
          report(
              place,
              "login",
              type,
              "A destination of type sftp needs either 'private-key' or 'password'");
        }
        absolute(place, node);
      }
      case "folder" -> absolute(place, node);
      case "http" -> address(place, node.path("url").asText());
      default -> {
        // A bucket's keys need no further rule.
      }
    }
    return problems.all().size() == before;
  }

  private void absolute(String place, JsonNode node) {
    String path = node.path("path").asText();
    if (!path.isEmpty() && !path.startsWith("/") && !path.matches("[A-Za-z]:[\\\\/].*")) {
      report(place + "/path", "relative-path", path, "The path must be absolute");
    }
  }

  private void address(String place, String url) {
    if (url.isEmpty()) {
      return;
    }
    try {
      URI uri = URI.create(url);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      if (host.isEmpty()) {
        report(place + "/url", "address", url, "The address has no host");
      } else if ("http".equals(uri.getScheme()) && !LOOPBACK.contains(host)) {
        report(
            place + "/url",
            "insecure-address",
            url,
            "Packages and tokens go over https only; plain http is for this machine itself");
      } else if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
        report(
            place + "/url",
            "address",
            url,
            "The address must have no user, query or fragment; a secret goes into 'token'");
      }
    } catch (IllegalArgumentException e) {
      report(place + "/url", "address", url, "Not an address: " + e.getMessage());
    }
  }

  private ExportDestination destination(JsonNode node) {
    String name = node.path("name").asText();
    return switch (node.path("type").asText()) {
      case "folder" -> new Folder(name, node.path("path").asText());
      case "s3" ->
          new S3(
              name,
              node.path("bucket").asText(),
              node.path("prefix").asText().replaceAll("^/+|/+$", ""),
              node.path("region").asText("us-east-1"),
              Texts.text(node.path("endpoint")).map(URI::create),
              node.path("path-style").asBoolean(),
              TypedKeys.secret(node.path("access-key")).orElseThrow(),
              TypedKeys.secret(node.path("secret-key")).orElseThrow());
      case "sftp" ->
          new Sftp(
              name,
              node.path("host").asText(),
              node.path("port").asInt(22),
              node.path("user").asText(),
              node.path("path").asText(),
              node.path("known-hosts").asText(),
              TypedKeys.secret(node.path("private-key")),
              TypedKeys.secret(node.path("password")));
      default ->
          new Http(
              name,
              URI.create(node.path("url").asText()),
              node.path("method").asText("put").toUpperCase(Locale.ROOT),
              TypedKeys.secret(node.path("token")));
    };
  }

  private void report(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
