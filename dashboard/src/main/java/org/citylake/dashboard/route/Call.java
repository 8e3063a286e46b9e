package org.citylake.dashboard.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * A request that keeps its route's rules: parameters and body are checked.
 *
 * @param context the framework's
 * @param caller who asks, allowed to
 * @param body the JSON that was sent; missing for routes that take none
 */
public record Call(Context context, Caller caller, JsonNode body) {
  static Call of(Context context, Caller caller) {
    return new Call(context, caller, MissingNode.getInstance());
  }

  /** The value of a parameter, if it was given. */
  public Optional<String> find(Parameter parameter) {
    return Optional.ofNullable(
        parameter.place() == Parameter.Place.PATH
            ? context.pathParam(parameter.name())
            : context.queryParam(parameter.name()));
  }

  /** The value of a parameter that must be there. */
  public String text(Parameter parameter) {
    return find(parameter)
        .orElseThrow(() -> new IllegalArgumentException(parameter.name() + " is not required"));
  }

  /** The value of a whole number, or what holds when it was left out. */
  public int number(Parameter parameter, int otherwise) {
    return find(parameter).map(Integer::parseInt).orElse(otherwise);
  }
}
