package org.citylake.cli.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.jspecify.annotations.Nullable;

/** The home's own Kafka broker, or none. */
public final class LocalBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int LOOK = 200;

  private final Optional<ChildProcess> process;

  private LocalBroker(Optional<ChildProcess> process) {
    this.process = process;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param port null for none
   * @param topics made when they are not there
   * @throws CityLakeException of kind EXTERNAL when it does not come up
   */
  static LocalBroker start(
      Settings settings, @Nullable Integer port, List<String> topics, Output output)
      throws IOException, InterruptedException {
    return port == null
        ? new LocalBroker(Optional.empty())
        : start(settings, settings.home().stream().resolve("broker"), port, topics, output);
  }

  /**
   * Starts one that keeps its topics in a folder, and waits until it answers.
   *
   * @param topics made when they are not there
   * @throws CityLakeException of kind EXTERNAL when it does not come up
   */
  public static LocalBroker start(
      Settings settings, Path folder, int port, List<String> topics, Output output)
      throws IOException, InterruptedException {
    EngineJob job =
        new EngineJob(
            "broker",
            EngineModule.broker(settings.root()),
            Files.createDirectories(settings.home().run().resolve("stream")),
            settings.home().logs().resolve("broker.log"),
            "");
    ChildProcess process =
        job.start(
            Map.of(
                "folder",
                folder.toString(),
                "port",
                port,
                "controller_port",
                freePort(),
                "topics",
                topics),
            output::progress);
    long end = System.nanoTime() + START.toNanos();
    while (!answers(port)) {
      if (!process.alive() || System.nanoTime() > end) {
        process.close();
        throw process.failure("did not come up on port " + port);
      }
      Thread.sleep(LOOK);
    }
    output.progress("Kafka   127.0.0.1:" + port);
    return new LocalBroker(Optional.of(process));
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LOOK);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port of loopback that nobody uses. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.ifPresent(ChildProcess::close);
  }
}
