package org.citylake.dashboard.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document of routes. */
public final class OpenApiDocument {
  private static final String PROBLEM = "Problem";
  private static final String SIGN_IN = "session";

  private OpenApiDocument() {}

  /**
   * The document as a JSON value.
   *
   * @param cookie name of the session's cookie
   */
  public static Map<String, Object> of(List<Route> routes, String cookie) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(documented(route.path()), path -> new LinkedHashMap<>())
          .put(route.verb().lower(), operation(route));
    }
    return Map.of(
        "openapi",
        "3.1.1",
        "info",
        Map.of(
            "title",
            "CityLake",
            "version",
            "1",
            "description",
            "Figures of one release, single cases, quality and live events. Every failure is a"
                + " problem document (RFC 9457). Documents carry an ETag that begins with their"
                + " release; HEAD is answered wherever GET is.",
            "license",
            Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")),
        "servers",
        List.of(Map.of("url", "/")),
        "paths",
        paths,
        "components",
        Map.of(
            "schemas",
            JsonSchemas.load().tree(),
            "securitySchemes",
            Map.of(SIGN_IN, Map.of("type", "apiKey", "in", "cookie", "name", cookie))));
  }

  private static String documented(String path) {
    return path.replace('<', '{').replace('>', '}');
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", route.id());
    operation.put("summary", route.summary());
    List<Map<String, Object>> parameters = new ArrayList<>();
    route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    if (route.verb().changes()) {
      parameters.add(
          Map.of(
              "name",
              RouteTable.CSRF_HEADER,
              "in",
              "header",
              "required",
              false,
              "schema",
              Map.of("type", "string"),
              "description",
              "the csrf text of the session; needed when signed in"));
    }
    operation.put("parameters", parameters);
    route
        .body()
        .ifPresent(
            schema ->
                operation.put(
                    "requestBody",
                    Map.of("required", true, "content", content("application/json", schema))));
    if (!route.open()) {
      operation.put("security", List.of(Map.of(SIGN_IN, List.of()), Map.of()));
    }
    operation.put("responses", responses(route));
    return operation;
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    return Map.of(
        "name", parameter.name(),
        "in", parameter.place().name().toLowerCase(Locale.ROOT),
        "required", parameter.required(),
        "schema", parameter.form().schema(),
        "description", parameter.description());
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new TreeMap<>();
    route
        .answers()
        .forEach(
            (status, schema) ->
                responses.put(
                    Integer.toString(status),
                    schema.isEmpty()
                        ? Map.of("description", "done")
                        : Map.of(
                            "description",
                            "success",
                            "content",
                            content(route.contentType(), schema))));
    if (route.verb() == Verb.GET) {
      responses.put(
          "304", Map.of("description", "what If-None-Match names is still what there is"));
    }
    problem(responses, "400", "a parameter or the body breaks its rule");
    problem(responses, "404", "there is no such thing, or no release yet");
    problem(responses, "default", "any other failure");
    if (!route.open()) {
      problem(responses, "401", "not signed in, or the session has ended");
    }
    if (!route.open() || route.verb().changes()) {
      problem(responses, "403", "not granted, or without the session's token");
    }
    if (route.perMinute().isPresent()) {
      problem(responses, "429", "too many requests in a minute");
    }
    return responses;
  }

  private static void problem(Map<String, Object> responses, String status, String description) {
    responses.put(
        status,
        Map.of(
            "description", description, "content", content("application/problem+json", PROBLEM)));
  }

  private static Map<String, Object> content(String type, String schema) {
    return Map.of(type, Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
  }
}
