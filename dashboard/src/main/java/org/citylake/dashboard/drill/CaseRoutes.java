package org.citylake.dashboard.drill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.access.grant.TableGrant;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.Asset;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.release.AssetCache;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.store.PageStore;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/cases}: single cases of a release with their trail, and the delivered line that
 * each comes from. Everybody sees the rows and columns of his grant.
 */
final class CaseRoutes {
  static final String TABLE = "city.service_case";
  private static final Permission PERMISSION =
      Permission.action("cases").and(Permission.someOf(TABLE));
  private static final int CACHED = 256;
  private static final int PER_MINUTE = 600;
  private static final Parameter CASE_ID =
      Parameter.path("case_id", new Parameter.Words(300), "SOURCE/KEY, as the list gives it");

  /** The steps of a case in the order that it should take them. */
  private static final List<String> STEPS =
      List.of("received", "accepted", "dispatched", "due", "handled", "checked", "closed");

  private final ReleaseChoice releases;
  private final ReleasedRows rows;
  private final AccessJournal journal;
  private final AssetCache cache = new AssetCache(CACHED);

  /** Cases of the chosen releases. */
  CaseRoutes(ReleaseChoice releases, ReleasedRows rows, AccessJournal journal) {
    this.releases = releases;
    this.rows = rows;
    this.journal = journal;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/cases", "cases", "Single cases, the newest first", "Cases", this::list)
            .takes(
                CaseQuery.REF_AREA,
                CaseQuery.SUBDISTRICT,
                CaseQuery.KIND,
                CaseQuery.STATUS,
                CaseQuery.CATEGORY,
                CaseQuery.PAGE,
                CaseQuery.SIZE,
                ReleaseChoice.RELEASE)
            .needs(PERMISSION)
            .atMost(PER_MINUTE),
        Route.get("/api/v1/cases/<case_id>", "case", "One case and its trail", "Case", this::one)
            .takes(CASE_ID, ReleaseChoice.RELEASE)
            .needs(PERMISSION)
            .atMost(PER_MINUTE));
  }

  private void list(Call call) {
    PageStore release = releases.of(call);
    TableGrant grant = grant(call);
    CaseQuery query = CaseQuery.of(call, grant);
    // What the caller sees is part of the key: nobody gets an answer made for another.
    String key = release.folder() + "\n" + query + "\n" + grant;
    Asset page =
        cache.find(key, () -> java.util.Optional.of(page(release, query, grant))).orElseThrow();
    journal.note(call.caller().principal().name(), TABLE, "*", query.size());
    Answer.sendOwn(call.context(), page);
  }

  private Asset page(PageStore release, CaseQuery query, TableGrant grant) {
    CasePage page = new CasePage(query.page(), query.size());
    rows.scan(release, TABLE, "cases", query.conditions(), page::add);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("release", release.release());
    answer.put("total", page.total());
    answer.put("page", query.page());
    answer.put("size", query.size());
    answer.put("cases", page.rows().stream().map(row -> GrantedRow.of(row, grant)).toList());
    return asset(release, answer);
  }

  private void one(Call call) {
    PageStore release = releases.of(call);
    Map<String, @Nullable Object> row = row(release, call, call.text(CASE_ID));
    Map<String, Object> answer = new TreeMap<>();
    answer.put("release", release.release());
    answer.put("case", row);
    answer.put("trail", trail(row));
    Answer.sendOwn(call.context(), asset(release, answer));
  }

  /** One case as the caller may see it; that he read it is noted. */
  private Map<String, @Nullable Object> row(PageStore release, Call call, String id) {
    TableGrant grant = grant(call);
    List<Condition> conditions = new ArrayList<>(CaseQuery.granted(grant));
    conditions.add(Condition.equal("case_id", id));
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    rows.scan(release, TABLE, "cases", conditions, found::add);
    if (found.isEmpty()) {
      // The same for a case of another district: whether there is one is not told.
      throw ProblemException.notFound("There is no such case that you may see.");
    }
    journal.note(call.caller().principal().name(), TABLE, id, 1);
    return GrantedRow.of(found.get(0), grant);
  }

  /** The area of a case of the newest release that the caller may see; else a problem. */
  String area(Call call, String id) {
    if (!PERMISSION.allows(call.caller().grants())) {
      throw new ProblemException(
          403,
          "not-granted",
          "This is not granted to you",
          "None of your groups sees single cases; an administrator can change that.");
    }
    return String.valueOf(row(releases.of(call), call, id).get("ref_area"));
  }

  private static List<Map<String, Object>> trail(Map<String, @Nullable Object> row) {
    List<Map<String, Object>> trail = new ArrayList<>();
    for (String step : STEPS) {
      Object at = row.get(step + "_at");
      if (at != null) {
        Map<String, Object> taken = new LinkedHashMap<>();
        taken.put("step", step);
        taken.put("at", at);
        trail.add(taken);
      }
    }
    return trail;
  }

  private static TableGrant grant(Call call) {
    return call.caller().grants().table(TABLE).orElseThrow();
  }

  private static Asset asset(PageStore release, Object value) {
    return Asset.of(
        release.release(), "application/json", Json.line(value).getBytes(StandardCharsets.UTF_8));
  }
}
