package org.citylake.dashboard.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.value.OrderedMap;

/**
 * One operation of the API: what it takes, who may use it, what it gives, and the work itself. The
 * server's routes, the checks of their parameters and the OpenAPI document are all made of it.
 *
 * @param verb the method
 * @param path with {@code {parameters}}; {@code <parameter>} for one that may hold slashes
 * @param id name of the operation
 * @param summary one sentence
 * @param parameters of path and query
 * @param permission who may
 * @param open whether everybody may, so that no sign-in is asked for
 * @param body name of the schema of the body, where there is one
 * @param answers status of success to the name of its schema; empty for an answer without body
 * @param contentType of the answers
 * @param perMinute how often a user, or an address without one, may ask in a minute; empty where
 *     answers stand ready
 * @param work writes the answer
 */
public record Route(
    Verb verb,
    String path,
    String id,
    String summary,
    List<Parameter> parameters,
    Permission permission,
    boolean open,
    Optional<String> body,
    Map<Integer, String> answers,
    String contentType,
    Optional<Integer> perMinute,
    Work work) {
  public Route {
    parameters = List.copyOf(parameters);
    answers = OrderedMap.copyOf(answers);
  }

  /** Writes the answer of a call. */
  public interface Work {
    void answer(Call call) throws Exception;
  }

  /** A route for everybody that takes nothing; the methods below say more. */
  public static Route of(Verb verb, String path, String id, String summary, Work work) {
    return new Route(
        verb,
        path,
        id,
        summary,
        List.of(),
        Permission.everybody(),
        true,
        Optional.empty(),
        Map.of(),
        "application/json",
        Optional.empty(),
        work);
  }

  /** A route that reads. */
  public static Route get(String path, String id, String summary, String schema, Work work) {
    return of(Verb.GET, path, id, summary, work).gives(200, schema);
  }

  /** The same with parameters. */
  public Route takes(Parameter... more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return new Route(
        verb,
        path,
        id,
        summary,
        all,
        permission,
        open,
        body,
        answers,
        contentType,
        perMinute,
        work);
  }

  /** The same for who has the permission; whoever has not is asked to sign in. */
  public Route needs(Permission needed) {
    return new Route(
        verb,
        path,
        id,
        summary,
        parameters,
        needed,
        false,
        body,
        answers,
        contentType,
        perMinute,
        work);
  }

  /** The same with a JSON body. */
  public Route reads(String schema) {
    return new Route(
        verb,
        path,
        id,
        summary,
        parameters,
        permission,
        open,
        Optional.of(schema),
        answers,
        contentType,
        perMinute,
        work);
  }

  /** The same with one more answer of success. */
  public Route gives(int status, String schema) {
    Map<Integer, String> more = new TreeMap<>(answers);
    more.put(status, schema);
    return new Route(
        verb,
        path,
        id,
        summary,
        parameters,
        permission,
        open,
        body,
        more,
        contentType,
        perMinute,
        work);
  }

  /** The same with answers of another type. */
  public Route as(String type) {
    return new Route(
        verb,
        path,
        id,
        summary,
        parameters,
        permission,
        open,
        body,
        answers,
        type,
        perMinute,
        work);
  }

  /** The same, bounded for each user, and for each address without one. */
  public Route atMost(int times) {
    return new Route(
        verb,
        path,
        id,
        summary,
        parameters,
        permission,
        open,
        body,
        answers,
        contentType,
        Optional.of(times),
        work);
  }
}
