package org.citylake.lakehouse.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL of the machine's own packages on a free loopback port, for the time of a test. */
final class LocalPostgres implements AutoCloseable {
  private static final String PASSWORD = "a password for tests";

  private final Path binaries;
  private final Path folder;
  private final int port;

  private LocalPostgres(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** The newest installed server's programs; empty when there is none. */
  static Optional<Path> findBinaries() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    Optional<Path> newest = Optional.empty();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(versions)) {
      for (Path version : each) {
        if (Files.isExecutable(version.resolve("bin/initdb"))) {
          newest = Optional.of(version.resolve("bin"));
        }
      }
    }
    return newest;
  }

  static LocalPostgres start(Path binaries) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("postgres");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    if (root()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    LocalPostgres postgres = new LocalPostgres(binaries, folder, port);
    postgres.program(
        "initdb",
        "-D",
        postgres.data(),
        "-U",
        "citylake",
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--no-locale");
    postgres.program(
        "pg_ctl",
        "-D",
        postgres.data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -k " + folder + " -h 127.0.0.1",
        "start");
    return postgres;
  }

  /** What an operator puts into the environment. */
  Map<String, String> environment() {
    return Map.of(
        CatalogDatabase.URL,
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        CatalogDatabase.USER,
        "citylake",
        CatalogDatabase.PASSWORD,
        PASSWORD);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    program("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    run(List.of("rm", "-r", folder.toString()));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void program(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root()) {
      // PostgreSQL refuses to run as root; its package made this user.
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(name).toString());
    command.addAll(Arrays.asList(arguments));
    run(command);
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(Path.of("/").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + Files.readString(output));
    }
    Files.delete(output);
  }
}
