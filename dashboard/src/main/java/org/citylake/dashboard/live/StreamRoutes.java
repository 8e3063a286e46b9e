package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.citylake.core.home.Home;
import org.citylake.core.stream.StreamFigures;
import org.citylake.core.stream.StreamMetrics;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.jspecify.annotations.Nullable;

/** How the home's live stream fares. */
public final class StreamRoutes {
  private static final int PER_MINUTE = 60;
  private static final String COUNTS = "live.count";

  private final Home home;

  /** What is told of it; no figures where none runs. */
  record Told(
      @JsonProperty("running") boolean running,
      @JsonProperty("figures") @Nullable StreamFigures figures) {}

  /** Routes on a home's stream. */
  public StreamRoutes(Home home) {
    this.home = home;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/live/stream",
                "live-stream",
                "Lag, delay, counts and checkpoints of the running live stream",
                "LiveStream",
                this::tell)
            .needs(Permission.wholeTable(COUNTS))
            .atMost(PER_MINUTE));
  }

  private void tell(Call call) {
    Optional<StreamFigures> figures = StreamMetrics.find(home);
    Answer.json(call.context(), 200, new Told(figures.isPresent(), figures.orElse(null)));
  }
}
