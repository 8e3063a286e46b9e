package org.citylake.superset.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags on charts, dashboards and datasets. */
public final class TagClient {
  private static final String TAGS = "/api/v1/tag/";

  private final SupersetSession session;

  TagClient(SupersetSession session) {
    this.session = session;
  }

  /**
   * Names of the tags that somebody gave; Superset's own marks of types and owners are not there.
   */
  public List<String> list() {
    return RowPages.all(
            session,
            TAGS,
            Map.of(
                "columns",
                List.of("name", "type"),
                "order_column",
                "name",
                "order_direction",
                "asc"))
        .stream()
        .filter(
            row -> row.path("type").asText().contains("custom") || row.path("type").asInt() == 1)
        .map(row -> row.path("name").asText())
        .toList();
  }

  /** What bears the tag; nothing when there is no such tag. */
  public Set<TaggedThing> tagged(String tag) {
    Set<TaggedThing> things = new java.util.LinkedHashSet<>();
    session
        .get(TAGS + "get_objects/?tags=" + URLEncoder.encode(tag, StandardCharsets.UTF_8))
        .path("result")
        .forEach(
            row -> {
              for (ResourceKind kind : ResourceKind.values()) {
                if (kind.label().equals(row.path("type").asText())) {
                  things.add(new TaggedThing(kind, row.path("id").asInt()));
                }
              }
            });
    return things;
  }

  /**
   * Tags these things too; makes the tag where it is missing.
   *
   * @param description what the tag means
   */
  public void tag(String tag, String description, Collection<TaggedThing> things) {
    Map<String, Object> one =
        Map.of(
            "name",
            tag,
            "description",
            description,
            "objects_to_tag",
            things.stream()
                .map(thing -> List.of(thing.kind().label(), thing.id()))
                .collect(Collectors.toList()));
    session.send("POST", TAGS + "bulk_create", Map.of("tags", List.of(one)));
  }

  /** Removes a tag from everything. */
  public void delete(String tag) {
    session.delete(SupersetSession.query(TAGS, List.of(tag)));
  }
}
