package org.citylake.dashboard.server;

import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.access.grant.Grants;
import org.citylake.access.grant.GroupGrants;
import org.citylake.access.user.UserStore;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.core.stewardship.KnownNames;
import org.citylake.core.stewardship.StewardJournal;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.Asset;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.drill.DrillRoutes;
import org.citylake.dashboard.live.Events;
import org.citylake.dashboard.live.LiveAlertRoutes;
import org.citylake.dashboard.live.LiveAlerts;
import org.citylake.dashboard.live.StreamRoutes;
import org.citylake.dashboard.live.SupervisionRoutes;
import org.citylake.dashboard.live.WarningRoutes;
import org.citylake.dashboard.release.DocumentRoutes;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.release.ValueRoutes;
import org.citylake.dashboard.route.OpenApiDocument;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.RouteTable;
import org.citylake.dashboard.session.Callers;
import org.citylake.dashboard.session.SessionRoutes;
import org.citylake.dashboard.session.Sessions;
import org.citylake.dashboard.stewardship.LinkDecisionRoutes;
import org.citylake.dashboard.stewardship.ObjectionRoutes;
import org.citylake.dashboard.store.PageStores;

/** All routes of {@code /api/v1}, and the document that describes them. */
final class ApiRoutes implements AutoCloseable {
  private final RouteTable table;
  private final Events events;

  private ApiRoutes(RouteTable table, Events events) {
    this.table = table;
    this.events = events;
  }

  static ApiRoutes of(Home home, DeclarationLibrary library, PageServices services) {
    ReleaseChoice releases = new ReleaseChoice(new PageStores(home), services.published());
    UserStore users = UserStore.of(home.root().resolve("access"), services.clock());
    Sessions sessions = new Sessions(services.clock());
    Map<String, GroupGrants> groups = GroupGrants.of(library);
    Optional<LiveAlerts> alerts =
        services.lake().map(lake -> new LiveAlerts(lake.tables(), library));
    Events events = new Events(releases, alerts);
    List<String> features =
        new ArrayList<>(
            List.of(
                "session",
                "events",
                "acknowledgement",
                "supervision",
                "live-stream",
                "objections"));
    List<Route> routes = new ArrayList<>(new DocumentRoutes(releases).routes());
    routes.addAll(new ValueRoutes(releases).routes());
    routes.addAll(
        new SessionRoutes(
                sessions,
                users,
                services.clock(),
                services.publicName().isPresent(),
                principal -> Grants.of(principal, groups))
            .routes());
    Path said = home.root().resolve("page");
    routes.addAll(
        new WarningRoutes(releases, said.resolve("acknowledgements.jsonl"), services.clock())
            .routes());
    routes.addAll(events.routes());
    routes.addAll(new StreamRoutes(home).routes());
    alerts.ifPresent(
        live -> {
          features.add("live-alerts");
          Path file = said.resolve("alert-acknowledgements.jsonl");
          routes.addAll(new LiveAlertRoutes(live, file, services.clock()).routes());
        });
    Optional<DrillRoutes> drill =
        services
            .lake()
            .map(lake -> new DrillRoutes(releases, lake.tables(), lake.journal(), library));
    drill.ifPresent(
        found -> {
          features.addAll(List.of("cases", "quality", "runs", "quarantine"));
          routes.addAll(found.routes());
        });
    routes.addAll(
        new SupervisionRoutes(
                releases,
                (call, id) -> drill.orElseThrow(ApiRoutes::noCases).areaOfCase(call, id),
                said,
                services.clock())
            .routes());
    StewardJournal journal = new StewardJournal(home, services.clock());
    KnownNames names = KnownNames.of(library);
    routes.addAll(new ObjectionRoutes(journal, names).routes());
    routes.addAll(new LinkDecisionRoutes(journal, names).routes());
    Asset pages = asset("pages", PagesDocument.of(library.pages(), features));
    routes.add(
        Route.get(
            "/api/v1/pages",
            "pages",
            "Layout of the pages",
            "Pages",
            call -> Answer.send(call.context(), pages)));
    routes.add(described(routes));
    return new ApiRoutes(new RouteTable(routes, new Callers(sessions, users, groups)::of), events);
  }

  private static ProblemException noCases() {
    return ProblemException.notFound("This server shows no single cases.");
  }

  /** The document's own route, which it describes too. */
  private static Route described(List<Route> routes) {
    Route own =
        Route.get("/api/v1/openapi.json", "openapi", "This document", "Document", call -> {});
    List<Route> all = new ArrayList<>(routes);
    all.add(own);
    Asset document = asset("openapi", OpenApiDocument.of(all, Callers.COOKIE));
    return Route.get(
        own.path(),
        own.id(),
        own.summary(),
        "Document",
        call -> Answer.send(call.context(), document));
  }

  private static Asset asset(String version, Object value) {
    return Asset.of(version, "application/json", Json.line(value).getBytes(StandardCharsets.UTF_8));
  }

  void register(RoutesConfig config) {
    table.register(config);
  }

  @Override
  public void close() {
    events.close();
  }
}
