package org.citylake.dashboard.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.ProblemException;

/**
 * Answers the routes. Before any work is done: how often he asked, the caller's grants, then that a
 * change was meant by him (a JSON body and the session's token, which a foreign page cannot send),
 * then parameters and body.
 */
public final class RouteTable {
  /** The header that carries the session's token. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String COUNTED_FOR = "citylake-counted-for";

  private final List<Route> routes;
  private final Function<Context, Caller> callers;
  private final JsonSchemas schemas = JsonSchemas.load();

  /**
   * A table.
   *
   * @param callers tells who asks
   */
  public RouteTable(List<Route> routes, Function<Context, Caller> callers) {
    this.routes = List.copyOf(routes);
    this.callers = callers;
  }

  /** Registers every route. */
  public void register(RoutesConfig config) {
    for (Route route : routes) {
      config.addHttpHandler(route.verb().type(), route.path(), context -> answer(route, context));
      if (route.verb() == Verb.GET && !route.contentType().equals("text/event-stream")) {
        // The framework's own answer to HEAD would ask nobody who he is.
        config.addHttpHandler(HandlerType.HEAD, route.path(), context -> answer(route, context));
      }
    }
  }

  /**
   * For whom a request of a bounded route counts: the user, whatever sessions he has, else the
   * address. What a proxy says of the address is not believed, as anybody can say it.
   */
  public static String countedFor(Context context) {
    return String.valueOf(context.<String>attribute(COUNTED_FOR));
  }

  private void answer(Route route, Context context) throws Exception {
    Caller caller = callers.apply(context);
    route
        .perMinute()
        .ifPresent(
            times -> {
              String who =
                  caller.signedIn() ? "user " + caller.principal().name() : "from " + context.ip();
              context.attribute(COUNTED_FOR, route.id() + " " + who);
              context.with(RateLimitPlugin.class).requestPerTimeUnit(times, TimeUnit.MINUTES);
            });
    if (!route.permission().allows(caller.grants())) {
      throw refusal(caller);
    }
    if (route.verb().changes()) {
      requireMeant(context, caller);
    }
    requireParameters(route, context);
    Optional<String> body = route.body();
    Call call =
        body.isPresent()
            ? new Call(context, caller, body(context, body.get()))
            : Call.of(context, caller);
    route.work().answer(call);
  }

  private static ProblemException refusal(Caller caller) {
    if (caller.signedIn()) {
      return new ProblemException(
          403,
          "not-granted",
          "This is not granted to you",
          "None of your groups may read or do this; an administrator can change that.");
    }
    return caller.expired()
        ? new ProblemException(401, "session-expired", "Your session has ended", "Sign in again.")
        : ProblemException.notSignedIn();
  }

  private static void requireMeant(Context context, Caller caller) {
    String site = context.header("Sec-Fetch-Site");
    boolean own = site == null || site.equals("same-origin") || site.equals("none");
    boolean token =
        caller.csrf().map(expected -> same(expected, context.header(CSRF_HEADER))).orElse(true);
    if (!own || !token) {
      throw new ProblemException(
          403,
          "not-meant",
          "The request does not carry the session's token",
          "Send the csrf text of GET /api/v1/session as " + CSRF_HEADER + ".");
    }
  }

  private static boolean same(String expected, @org.jspecify.annotations.Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireParameters(Route route, Context context) {
    Set<String> known = new HashSet<>();
    for (Parameter parameter : route.parameters()) {
      if (parameter.place() == Parameter.Place.PATH) {
        require(parameter, context.pathParam(parameter.name()));
      } else {
        known.add(parameter.name());
        List<String> values = context.queryParams(parameter.name());
        if (values.size() > 1) {
          throw ProblemException.badRequest(
              "The parameter " + parameter.name() + " may be given once only.");
        }
        if (values.isEmpty() && parameter.required()) {
          throw ProblemException.badRequest("The parameter " + parameter.name() + " is missing.");
        }
        values.forEach(value -> require(parameter, value));
      }
    }
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      if (!known.contains(given.getKey())) {
        throw ProblemException.badRequest(
            known.isEmpty()
                ? "No parameter is taken here."
                : "The parameters here are " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private static void require(Parameter parameter, String value) {
    if (!parameter.form().accepts(value)) {
      throw ProblemException.badRequest(parameter.rule());
    }
  }

  private JsonNode body(Context context, String schema) {
    String type = context.contentType();
    if (type == null || !type.replaceFirst(";.*", "").strip().equals("application/json")) {
      throw new ProblemException(
          415, "not-json", "The body is not JSON", "Send Content-Type: application/json.");
    }
    try {
      JsonNode body = Json.mapper().readTree(context.bodyAsBytes());
      if (schemas.fits(schema, body)) {
        return body;
      }
    } catch (JsonProcessingException e) {
      // Told below: what was sent may be a password, so no part of it is repeated.
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("Cannot read the body", e);
    }
    throw ProblemException.badRequest(
        "The body must be JSON by the schema " + schema + " of /api/v1/openapi.json.");
  }
}
