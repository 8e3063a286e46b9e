package org.citylake.dashboard.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.dashboard.drill.LakeReading;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of live streams as they are now. Read once for each snapshot, however many ask. Safe
 * for several threads.
 */
public final class LiveAlerts {
  static final String TABLE = "live.alert";

  private final LakeReading lake;
  private final Map<String, AlertDeclaration> rules = new HashMap<>();
  private OptionalLong read = OptionalLong.empty();
  private List<LiveAlert> alerts = List.of();

  /** Alerts of a lakehouse. */
  public LiveAlerts(LakeReading lake, DeclarationLibrary library) {
    this.lake = lake;
    library.alerts().forEach(rule -> rules.put(rule.rule(), rule));
  }

  /** The table's newest snapshot; empty while no stream has written it. */
  OptionalLong newest() {
    return lake.newest(TABLE);
  }

  /** All alerts, by urgency. */
  synchronized List<LiveAlert> all() {
    OptionalLong newest = newest();
    if (newest.isPresent() && !newest.equals(read)) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      lake.scan(TABLE, newest.getAsLong(), List.of(), rows::add);
      alerts = LiveAlert.of(rows, rules);
      read = newest;
    }
    return alerts;
  }
}
