package org.citylake.superset.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A typed client of Superset's REST API, tried with 4.1 to 6.1. Every failure is a {@link
 * CityLakeException} of kind EXTERNAL that names address, call, Superset's own reason and the way
 * out. Not for several threads.
 */
public final class SupersetClient {
  private static final Pattern VERSION =
      Pattern.compile("version_string&#34;: &#34;([0-9][^&]*)&#34;");

  private final SupersetSession session;
  private final Map<SupersetAbility, Boolean> abilities = new EnumMap<>(SupersetAbility.class);
  private @Nullable String version;

  /** A client that signs in at its first call. */
  public SupersetClient(SupersetAccount account) {
    this(account, Duration.ofMillis(300));
  }

  /**
   * A client that signs in at its first call.
   *
   * @param pause before a call that passed nowhere is made again; twice as long before each further
   *     time, of which there are three
   */
  public SupersetClient(SupersetAccount account, Duration pause) {
    this.session = new SupersetSession(account, pause);
  }

  /** Everything of the kind that the user may see, by id. */
  public List<SupersetResource> list(ResourceKind kind) {
    return RowPages.all(
            session,
            kind.path(),
            Map.of(
                "columns",
                kind.columns(),
                "order_column",
                "changed_on_delta_humanized",
                "order_direction",
                "asc"))
        .stream()
        .map(row -> resource(kind, row))
        .toList();
  }

  /** Everything that the API tells of one thing. */
  public JsonNode load(ResourceKind kind, int id) {
    return session.get(kind.path() + id).path("result");
  }

  /** A ZIP with the files of these things and of those that they build on. */
  public byte[] export(ResourceKind kind, List<Integer> ids) {
    return session.download(SupersetSession.query(kind.path() + "export/", ids));
  }

  /**
   * Imports a bundle of assets: what its uuids name is made, or brought to what the bundle says, in
   * one transaction.
   *
   * @param bundle the ZIP
   * @param passwords password by the database's file in the bundle
   */
  public void importAssets(byte[] bundle, Map<String, String> passwords) {
    session.upload(
        "/api/v1/assets/import/",
        new FormData("bundle", "citylake.zip", bundle, Map.of("passwords", Json.line(passwords))));
  }

  /**
   * Makes one thing from the fields that the API's document names for it.
   *
   * @return its number
   */
  public int create(ResourceKind kind, Map<String, ?> fields) {
    return session.send("POST", kind.path(), fields).path("id").asInt();
  }

  /** Changes the given fields of one thing, and no others. */
  public void update(ResourceKind kind, int id, Map<String, ?> fields) {
    session.send("PUT", kind.path() + id, fields);
  }

  /** Deletes one thing; what builds on it stays, without it. */
  public void delete(ResourceKind kind, int id) {
    session.delete(kind.path() + id);
  }

  /**
   * The rows of a chart, by its saved query.
   *
   * @return Superset's answer: {@code colnames} and {@code data}
   */
  public JsonNode chartData(int id) {
    return session.get(ResourceKind.CHART.path() + id + "/data/").path("result").path(0);
  }

  /**
   * The rows of a query that no chart keeps.
   *
   * @param query Superset's query context: datasource and queries
   * @return Superset's answer: {@code colnames} and {@code data}
   */
  public JsonNode chartData(Map<String, ?> query) {
    return session.send("POST", "/api/v1/chart/data", query).path("result").path(0);
  }

  /** Its version, such as {@code 6.1.0}, asked once; empty where it does not tell. */
  public String version() {
    if (version == null) {
      version = askVersion();
    }
    return version;
  }

  private String askVersion() {
    return session
        .find("/version")
        .map(answer -> answer.path("version_string").asText(""))
        .orElseGet(
            () -> {
              // Before 6 only its pages tell.
              Matcher told =
                  VERSION.matcher(new String(session.download("/login/"), StandardCharsets.UTF_8));
              return told.find() ? told.group(1) : "";
            });
  }

  /** Whether this Superset's API can do so. */
  public boolean can(SupersetAbility ability) {
    return abilities.computeIfAbsent(ability, asked -> session.find(asked.probe()).isPresent());
  }

  /** Its roles. */
  public RoleClient roles() {
    return new RoleClient(session);
  }

  /** Its users. */
  public UserClient users() {
    return new UserClient(session);
  }

  /** Its row-level security. */
  public RowRuleClient rowRules() {
    return new RowRuleClient(session);
  }

  /** Its tags. */
  public TagClient tags() {
    return new TagClient(session);
  }

  /** Its reports and alerts. */
  public ScheduleClient schedules() {
    return new ScheduleClient(session);
  }

  /** Its dashboards on other sites. */
  public EmbeddingClient embedding() {
    return new EmbeddingClient(session);
  }

  private static SupersetResource resource(ResourceKind kind, JsonNode row) {
    try {
      return Json.mapper().treeToValue(row, SupersetResource.class);
    } catch (JsonProcessingException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Superset lists a " + kind.label() + " that cannot be read: " + row, e);
    }
  }
}
