package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** A database server with one user whose password stands in the environment. */
final class DatabaseServer implements AutoCloseable {
  static final String USER = "agency";
  static final String PASSWORD = "a password for tests";
  static final Map<String, String> ENVIRONMENT = Map.of("AGENCY_PASSWORD", PASSWORD);

  private final String url;
  private LocalServer server;

  private DatabaseServer(LocalServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /** A server by the name of its kind: {@code postgresql} or {@code mariadb}. */
  static DatabaseServer start(String kind) throws Exception {
    return kind.equals("mariadb") ? mariadb() : postgresql();
  }

  private static DatabaseServer postgresql() throws Exception {
    Path initdb = LocalServer.require("PostgreSQL", newest("/usr/lib/postgresql"));
    Path folder = Files.createTempDirectory("postgres");
    int port = LocalServer.freePort();
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    own(folder, "postgres");
    Optional<String> user = Optional.of("postgres");
    String data = folder.resolve("data").toString();
    LocalServer.run(
        user,
        initdb.toString(),
        "-D",
        data,
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--no-locale");
    LocalServer server =
        LocalServer.start(
            user,
            folder,
            port,
            initdb.resolveSibling("postgres").toString(),
            "-D",
            data,
            "-p",
            "" + port,
            "-k",
            folder.toString(),
            "-h",
            "127.0.0.1");
    return new DatabaseServer(server, "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
  }

  private static DatabaseServer mariadb() throws Exception {
    Path program = LocalServer.require("MariaDB", "/usr/sbin/mariadbd", "/usr/libexec/mariadbd");
    Path folder = Files.createTempDirectory("mariadb");
    int port = LocalServer.freePort();
    Path statements =
        Files.writeString(
            folder.resolve("start.sql"),
            "CREATE DATABASE IF NOT EXISTS exchange CHARACTER SET utf8mb4;\n"
                + "CREATE USER IF NOT EXISTS '%s'@'127.0.0.1' IDENTIFIED BY '%s';\n"
                    .formatted(USER, PASSWORD)
                + "GRANT ALL ON *.* TO '%s'@'127.0.0.1';\n".formatted(USER));
    own(folder, "mysql");
    Optional<String> user = Optional.of("mysql");
    LocalServer.run(
        user,
        "/usr/bin/mariadb-install-db",
        "--no-defaults",
        "--datadir=" + folder.resolve("data"),
        "--skip-test-db");
    LocalServer server =
        LocalServer.start(
            user,
            folder,
            port,
            program.toString(),
            "--no-defaults",
            "--datadir=" + folder.resolve("data"),
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--socket=" + folder.resolve("socket"),
            "--init-file=" + statements);
    return new DatabaseServer(server, "jdbc:mariadb://127.0.0.1:" + port + "/exchange");
  }

  String url() {
    return url;
  }

  /** Runs statements as the agency. */
  void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of a query's rows, joined by commas. */
  String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      StringBuilder text = new StringBuilder();
      while (rows.next()) {
        text.append(text.length() == 0 ? "" : ",").append(rows.getString(1));
      }
      return text.toString();
    }
  }

  void kill() throws InterruptedException {
    server.kill();
  }

  void freeze() throws IOException, InterruptedException {
    server.freeze();
  }

  void thaw() throws IOException, InterruptedException {
    server.thaw();
  }

  /** Starts it again on what it had, after a kill; gives when it has recovered. */
  void restart() throws Exception {
    server = server.again();
    connect().close();
  }

  /** The init file's user may come a moment after the port. */
  private Connection connect() throws SQLException {
    for (int i = 0; ; i++) {
      try {
        return DriverManager.getConnection(url, USER, PASSWORD);
      } catch (SQLException e) {
        if (i == 50) {
          throw e;
        }
        try {
          Thread.sleep(200);
        } catch (InterruptedException interrupted) {
          throw new SQLException(interrupted);
        }
      }
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    LocalServer.run(Optional.empty(), "rm", "-r", server.folder().toString());
  }

  private static void own(Path folder, String user) throws IOException, InterruptedException {
    if (System.getProperty("user.name").equals("root")) {
      LocalServer.run(Optional.empty(), "chown", "-R", user, folder.toString());
      // The server's log is written by us.
      LocalServer.run(Optional.empty(), "chmod", "777", folder.toString());
    }
  }

  private static String newest(String versions) throws IOException {
    String newest = versions + "/none/bin/initdb";
    if (Files.isDirectory(Path.of(versions))) {
      try (DirectoryStream<Path> each = Files.newDirectoryStream(Path.of(versions))) {
        for (Path version : each) {
          newest = version.resolve("bin/initdb").toString();
        }
      }
    }
    return newest;
  }
}
