package org.citylake.cli.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * A home with a synthetic city, on which the main job ran twice; made once per JVM. Tests may add
 * to the home, and see here how it was before.
 *
 * @param home the home
 * @param first what the first run printed
 * @param second what the second run printed
 */
record SampleHome(Home home, JsonNode first, JsonNode second) {
  private static final String[] DEMO = {"demo", "--once", "--persons", "600", "--json"};

  private static @Nullable SampleHome made;

  static synchronized SampleHome get() {
    SampleHome known = made;
    if (known != null) {
      return known;
    }
    Home home = SharedHome.fresh("sample");
    JsonNode first = CommandRun.of(home, DEMO).expect(0).json();
    SampleHome finished = new SampleHome(home, first, CommandRun.of(home, DEMO).expect(0).json());
    made = finished;
    return finished;
  }

  /** Id of the release that the main job made. */
  String release() {
    return first.path("release").asText();
  }
}
