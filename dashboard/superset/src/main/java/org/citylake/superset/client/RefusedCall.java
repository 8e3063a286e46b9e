package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/** What a person is told of a call that Superset refused. */
final class RefusedCall {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private RefusedCall() {}

  /** Whether the same call may be granted a moment later. */
  static boolean passing(int status) {
    return PASSING.contains(status);
  }

  /** The failure, with Superset's own reasons and what to do. */
  static CityLakeException of(URI address, String verb, String path, HttpResponse<byte[]> answer) {
    int question = path.indexOf('?');
    return new CityLakeException(
        Kind.EXTERNAL,
        "Superset at "
            + address
            + " answered "
            + answer.statusCode()
            + " to "
            + verb
            + " "
            + (question < 0 ? path : path.substring(0, question))
            + ": "
            + reasons(answer)
            + advice(answer.statusCode()));
  }

  private static String reasons(HttpResponse<byte[]> answer) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      return "it gave no reason that can be read";
    }
    List<String> reasons = new ArrayList<>();
    root.path("errors")
        .forEach(
            error -> {
              reasons.add(error.path("message").asText());
              // What is wrong in an imported file stands here, by file.
              error
                  .path("extra")
                  .fields()
                  .forEachRemaining(
                      extra -> {
                        if (!extra.getKey().equals("issue_codes")) {
                          reasons.add(extra.getKey() + ": " + extra.getValue());
                        }
                      });
            });
    if (root.has("message")) {
      JsonNode message = root.path("message");
      reasons.add(message.isTextual() ? message.asText() : message.toString());
    }
    return reasons.isEmpty() ? "it gave no reason" : String.join("; ", reasons);
  }

  private static String advice(int status) {
    return switch (status) {
      case 403 -> "; the user may not do this: give him the role Admin or Alpha";
      case 404 -> "; somebody deleted it, or this version does not have it: plan anew";
      case 500 -> "; its own log says more: often it cannot reach the database it should read";
      default -> "";
    };
  }
}
