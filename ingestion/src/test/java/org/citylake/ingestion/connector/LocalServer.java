package org.citylake.ingestion.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A server program on a free loopback port, for the time of a test. */
final class LocalServer implements AutoCloseable {
  private final Process process;
  private final ProcessBuilder command;
  private final Path folder;
  private final int port;

  private LocalServer(ProcessBuilder command, Path folder, int port) throws IOException {
    this.command = command;
    this.process = command.start();
    this.folder = folder;
    this.port = port;
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  /** The program; without it the test is skipped, on CI it fails. */
  static Path require(String what, String... places) throws IOException {
    Optional<Path> found =
        Arrays.stream(places).map(Path::of).filter(Files::isExecutable).findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(what + " is not installed: " + String.join(" or ", places));
    }
    Assumptions.assumeTrue(found.isPresent(), what + " is not installed");
    return found.orElseThrow();
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Runs a command to its end, as a user that is not root where a name is given. */
  static void run(Optional<String> user, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".log");
    Process process =
        new ProcessBuilder(as(user, command))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(Path.of("/").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          Arrays.toString(command) + " failed: " + Files.readString(output));
    }
    Files.delete(output);
  }

  /** Starts a server and waits until it listens. */
  static LocalServer start(Optional<String> user, Path folder, int port, String... command)
      throws IOException, InterruptedException {
    return new LocalServer(
            new ProcessBuilder(as(user, command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .directory(folder.toFile()),
            folder,
            port)
        .listening();
  }

  /** Starts it again on what it had, after it ended. */
  LocalServer again() throws IOException, InterruptedException {
    return new LocalServer(command, folder, port).listening();
  }

  private LocalServer listening() throws IOException, InterruptedException {
    Path log = folder.resolve("server.log");
    for (int i = 0; i < 600; i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException(command.command() + " ended: " + Files.readString(log));
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return this;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    close();
    throw new IllegalStateException(
        command.command() + " does not listen: " + Files.readString(log));
  }

  private static List<String> as(Optional<String> user, String... command) {
    List<String> whole = new ArrayList<>();
    if (user.isPresent() && System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("runuser", "-u", user.get(), "--"));
    }
    whole.addAll(Arrays.asList(command));
    return whole;
  }

  /** Ends it at once, as a server that goes away. */
  void kill() throws InterruptedException {
    List<ProcessHandle> started = process.descendants().toList();
    started.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    // What it started is nobody's child now; until it is gone, its lock file is taken for good.
    for (ProcessHandle handle : started) {
      for (int i = 0; handle.isAlive() && i < 200; i++) {
        Thread.sleep(100);
      }
    }
  }

  /** Stops it where it is: its connections stay open, and nothing comes over them. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", name, "" + process.pid()));
    process.descendants().forEach(started -> command.add("" + started.pid()));
    run(Optional.empty(), command.toArray(new String[0]));
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
