package org.citylake.superset.client;

import java.util.List;
import java.util.UUID;

/**
 * A dashboard that other sites may show.
 *
 * @param uuid by which they name it; not the dashboard's own
 * @param allowedDomains origins that may show it, such as {@code https://www.example.org}; empty
 *     for any
 */
public record EmbeddedDashboard(UUID uuid, List<String> allowedDomains) {
  public EmbeddedDashboard {
    allowedDomains = List.copyOf(allowedDomains);
  }
}
