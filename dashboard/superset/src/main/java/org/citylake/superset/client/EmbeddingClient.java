package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Dashboards on other sites, and the tokens by which their readers see them. */
public final class EmbeddingClient {
  private final SupersetSession session;

  EmbeddingClient(SupersetSession session) {
    this.session = session;
  }

  /** How a dashboard is embedded; empty when it is not. */
  public Optional<EmbeddedDashboard> find(int dashboard) {
    return session.find(path(dashboard)).map(answer -> embedded(answer.path("result")));
  }

  /**
   * Lets other sites show the dashboard; done again the uuid stays.
   *
   * @param domains origins that may; empty for any
   */
  public EmbeddedDashboard embed(int dashboard, List<String> domains) {
    return embedded(
        session
            .send("POST", path(dashboard), Map.of("allowed_domains", List.copyOf(domains)))
            .path("result"));
  }

  /** Ends it: what shows the dashboard shows it no more. */
  public void remove(int dashboard) {
    session.delete(path(dashboard));
  }

  /** A token that opens what the pass says, for as long as this Superset lets tokens live. */
  public String guestToken(GuestPass pass) {
    return session
        .send("POST", "/api/v1/security/guest_token/", pass.body())
        .path("token")
        .asText();
  }

  private static String path(int dashboard) {
    return ResourceKind.DASHBOARD.path() + dashboard + "/embedded";
  }

  private static EmbeddedDashboard embedded(JsonNode row) {
    List<String> domains = new ArrayList<>();
    row.path("allowed_domains").forEach(domain -> domains.add(domain.asText()));
    return new EmbeddedDashboard(UUID.fromString(row.path("uuid").asText()), domains);
  }
}
