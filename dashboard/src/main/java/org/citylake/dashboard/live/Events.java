package org.citylake.dashboard.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.store.PageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/v1/events} (server-sent events, WHATWG HTML 9.2): {@code release} when one is
 * published, then {@code warning} for each of its warnings. All follow from the release alone, and
 * their ids are {@code RELEASE.NUMBER}; so {@code Last-Event-ID} holds across restarts: whoever
 * comes back gets what he missed of the newest release. {@code alerts}, without an id, when alerts
 * of live streams have changed: whoever may see them asks for them then.
 */
public final class Events implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final int CLIENTS = 200;
  private static final long LOOK_SECONDS = 2;
  private static final int BEATS = 7;

  private final ReleaseChoice releases;
  private final Optional<LiveAlerts> alerts;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "page-events");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<String> told;
  private OptionalLong toldAlerts = OptionalLong.empty();
  private int beat;

  private record Event(String id, String name, String data) {}

  /**
   * Watches the published release from now on.
   *
   * @param alerts watched too, where the server has a lakehouse
   */
  public Events(ReleaseChoice releases, Optional<LiveAlerts> alerts) {
    this.releases = releases;
    this.alerts = alerts;
    this.told = releases.newest().map(PageStore::release);
    looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/events", "events", "New releases and warnings, live", "Event", this::open)
            .as("text/event-stream")
            .needs(Permission.wholeTable("metric.indicator_value"))
            .atMost(600));
  }

  private void open(Call call) {
    String accept = call.context().header("Accept");
    if (accept == null || !accept.startsWith("text/event-stream")) {
      throw new ProblemException(
          406, "events-only", "Events are all there is", "Send Accept: text/event-stream.");
    }
    if (clients.size() >= CLIENTS) {
      throw ProblemException.busy("Too many listen at the moment: try again later.");
    }
    String last = call.context().header("Last-Event-ID");
    new SseHandler(
            0,
            client -> {
              client.keepAlive();
              clients.add(client);
              client.onClose(() -> clients.remove(client));
              releases
                  .newest()
                  .ifPresent(store -> after(last, events(store)).forEach(e -> send(client, e)));
            })
        .handle(call.context());
  }

  /** What follows the event of that id; everything when it is not among these. */
  private static List<Event> after(
      @org.jspecify.annotations.Nullable String last, List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).id().equals(last)) {
        return events.subList(i + 1, events.size());
      }
    }
    return events;
  }

  private static List<Event> events(PageStore store) {
    List<Event> events = new ArrayList<>();
    events.add(
        new Event(
            store.release() + ".0", "release", Json.line(Map.of("release", store.release()))));
    for (ObjectNode warning : Warnings.of(store)) {
      events.add(new Event(store.release() + "." + events.size(), "warning", Json.line(warning)));
    }
    return events;
  }

  private void look() {
    try {
      Optional<PageStore> newest = releases.newest();
      Optional<String> release = newest.map(PageStore::release);
      if (newest.isPresent() && !release.equals(told)) {
        told = release;
        List<Event> events = events(newest.get());
        clients.forEach(client -> events.forEach(event -> send(client, event)));
      }
      if (!clients.isEmpty()) {
        alerts.ifPresent(this::tell);
      }
      beat = (beat + 1) % BEATS;
      if (beat == 0) {
        // Finds out who has gone, and keeps what stands between from closing the connection.
        clients.forEach(client -> client.sendComment("beat"));
      }
    } catch (RuntimeException e) {
      // Without this the executor would stop looking for good; the next look may succeed.
      LOG.warn("Cannot look for a new release; looking again in {} s", LOOK_SECONDS, e);
    }
  }

  private void tell(LiveAlerts live) {
    OptionalLong newest = live.newest();
    if (newest.isPresent() && !newest.equals(toldAlerts)) {
      toldAlerts = newest;
      String data = Json.line(Map.of("snapshot", Long.toString(newest.getAsLong())));
      clients.forEach(client -> client.sendEvent("alerts", data));
    }
  }

  private void send(SseClient client, Event event) {
    client.sendEvent(event.name(), event.data(), event.id());
    if (client.terminated()) {
      clients.remove(client);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    clients.forEach(SseClient::close);
  }
}
