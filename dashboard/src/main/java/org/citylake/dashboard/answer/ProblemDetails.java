package org.citylake.dashboard.answer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure as {@code application/problem+json} (RFC 9457), with nothing of the inside.
 */
public final class ProblemDetails {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemDetails.class);

  private ProblemDetails() {}

  /** Puts these answers in place of the framework's own. */
  public static void register(RoutesConfig routes) {
    routes.exception(
        ProblemException.class,
        (e, context) ->
            write(context, e.status(), e.type(), e.title(), Objects.toString(e.getMessage(), "")));
    routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          if (e.getStatus() == 429) {
            context.header("Retry-After", "60");
          }
          String methods = e.getDetails().get("availableMethods");
          if (methods != null) {
            context.header("Allow", methods);
          }
          write(context, e.getStatus(), "http", "The request failed", text(e));
        });
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.warn("The page failed at {}", context.path(), e);
          write(context, 500, "internal", "The page failed", "See the page's log.");
        });
  }

  private static String text(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is no such address; the API begins with /api/v1/.";
      case 405 -> "This method is not answered here; see /api/v1/openapi.json.";
      case 413 -> "The request is too large.";
      case 429 -> "Too many requests in a minute: wait and ask again.";
      default -> "The request was not understood.";
    };
  }

  private static void write(Context context, int status, String type, String title, String detail) {
    Map<String, Object> problem =
        Map.of(
            "type",
            "urn:citylake:problem:" + type,
            "title",
            title,
            "status",
            status,
            "detail",
            detail,
            "instance",
            context.path());
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/problem+json")
        .result(Json.line(problem).getBytes(StandardCharsets.UTF_8));
  }
}
