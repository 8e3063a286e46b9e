package org.citylake.lakehouse.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * The releases that the server serves and the pointer to the published one, in the catalog's
 * database. Each call uses a connection of its own.
 */
final class ReleaseStore {
  private static final String ALL = "SELECT release_id, tables FROM citylake_release";
  private static final String PUBLISHED =
      "SELECT r.release_id, r.tables FROM citylake_release r"
          + " JOIN citylake_pointer p ON p.release_id = r.release_id WHERE p.name = 'published'";

  private final CatalogDatabase database;

  ReleaseStore(CatalogDatabase database) {
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS citylake_release"
              + " (release_id VARCHAR(100) PRIMARY KEY, tables TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS citylake_pointer"
              + " (name VARCHAR(20) PRIMARY KEY, release_id VARCHAR(100) NOT NULL)");
    } catch (SQLException e) {
      throw failure("prepare", e);
    }
  }

  /** The release that the pointer names; empty before the first publication. */
  Optional<ServedRelease> findPublished() {
    return read(PUBLISHED).stream().findFirst();
  }

  /** The release of that id. */
  Optional<ServedRelease> find(String releaseId) {
    return all().stream().filter(r -> r.releaseId().equals(releaseId)).findFirst();
  }

  /** Every release ever published, ordered by id. */
  List<ServedRelease> all() {
    return read(ALL + " ORDER BY release_id");
  }

  /** Writes the release and flips the pointer to it, in one transaction. */
  void publish(ServedRelease release) {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement row =
              connection.prepareStatement(
                  "INSERT INTO citylake_release (release_id, tables) VALUES (?, ?)"
                      + " ON CONFLICT (release_id) DO NOTHING");
          PreparedStatement pointer =
              connection.prepareStatement(
                  "INSERT INTO citylake_pointer (name, release_id) VALUES ('published', ?)"
                      + " ON CONFLICT (name) DO UPDATE SET release_id = excluded.release_id")) {
        row.setString(1, release.releaseId());
        row.setString(2, Json.line(release.tables()));
        row.executeUpdate();
        pointer.setString(1, release.releaseId());
        pointer.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw failure("publish release " + release.releaseId() + " in", e);
    }
  }

  private List<ServedRelease> read(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<ServedRelease> releases = new ArrayList<>();
      while (rows.next()) {
        releases.add(new ServedRelease(rows.getString(1), parse(rows.getString(2))));
      }
      return releases;
    } catch (SQLException e) {
      throw failure("read the releases of", e);
    }
  }

  private static TreeMap<String, Long> parse(String tables) {
    try {
      return Json.mapper().readValue(tables, new TypeReference<TreeMap<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new CityLakeException(
          Kind.INTERNAL, "Cannot read the tables of a release in the catalog's database", e);
    }
  }

  private CityLakeException failure(String work, SQLException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot " + work + " the catalog's database " + database + ": " + e.getMessage(),
        e);
  }
}
