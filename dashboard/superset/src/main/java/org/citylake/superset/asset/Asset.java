package org.citylake.superset.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.citylake.superset.client.ResourceKind;

/**
 * One file of a bundle.
 *
 * @param kind what it is
 * @param content the file's tree, as Superset's import wants it
 */
public record Asset(ResourceKind kind, ObjectNode content) {
  /** Its uuid. */
  public UUID uuid() {
    return UUID.fromString(content.path("uuid").asText());
  }

  /** Its name. */
  public String name() {
    return content
        .path(
            switch (kind) {
              case DATABASE -> "database_name";
              case DATASET -> "table_name";
              case CHART -> "slice_name";
              case DASHBOARD -> "dashboard_title";
            })
        .asText();
  }

  /** The file's place in a bundle. */
  public String file() {
    return kind.folder() + "/" + uuid() + ".yaml";
  }
}
