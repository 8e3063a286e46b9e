package org.citylake.ingestion.connector;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.secret.Secrets;

/**
 * Opens connections to databases: by the drivers that are shipped (PostgreSQL, MariaDB and MySQL),
 * and by those whose jars lie in the folder {@code CITYLAKE_DRIVERS}.
 */
final class Drivers {
  /** Environment variable with the folder of further drivers. */
  static final String FOLDER = "CITYLAKE_DRIVERS";

  private final Map<String, String> environment;

  Drivers(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * A connection that reads; the caller closes it.
   *
   * @throws CityLakeException of kind USER when no driver knows the address, EXTERNAL when the
   *     server does not answer or refuses the login
   */
  Connection connect(ConnectorDeclaration.Jdbc database) {
    Properties login = new Properties();
    login.putAll(Silence.properties(database));
    login.putAll(database.driverProperties());
    database.user().ifPresent(user -> login.setProperty("user", user));
    database
        .password()
        .ifPresent(
            password -> login.setProperty("password", new Secrets(environment).load(password)));
    try {
      for (Driver driver : all()) {
        if (driver.acceptsURL(database.url())) {
          Connection connection = driver.connect(database.url(), login);
          if (connection != null) {
            Silence.bound(connection, database);
            return connection;
          }
        }
      }
    } catch (SQLException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot connect to "
              + database.url()
              + ": "
              + Silence.reason(database, e)
              + "; see that the server runs, and user and password are right",
          e);
    }
    throw new CityLakeException(
        Kind.USER,
        "No driver knows the address "
            + database.url()
            + ": put its jar into a folder and name that by "
            + FOLDER);
  }

  private List<Driver> all() {
    List<Driver> drivers = new ArrayList<>();
    ServiceLoader.load(Driver.class).forEach(drivers::add);
    String folder = environment.getOrDefault(FOLDER, "");
    if (!folder.isEmpty()) {
      // The loader lives as long as its drivers' connections do.
      URLClassLoader loader =
          new URLClassLoader(jars(Path.of(folder)), Drivers.class.getClassLoader());
      ServiceLoader.load(Driver.class, loader).forEach(drivers::add);
    }
    return drivers;
  }

  private static URL[] jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CityLakeException(Kind.USER, FOLDER + " is no folder: " + folder);
    }
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot list " + folder + ": " + e, e);
    }
    return urls.toArray(URL[]::new);
  }
}
