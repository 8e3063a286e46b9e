package org.citylake.cli.python;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citylake.core.CityLakeException;

/** A web server of a Python environment, from its start until it or this process ends. */
public final class PythonServer {
  private static final Duration START = Duration.ofSeconds(90);

  private PythonServer() {}

  /**
   * Serves until this process ends or the server does.
   *
   * @param command that starts it
   * @param health address that answers 200 once it serves
   * @param ready called then
   * @throws CityLakeException of kind EXTERNAL when it does not start, or ends by itself
   */
  public static void serve(
      PythonEnvironment environment, List<String> command, URI health, Runnable ready) {
    Process server = environment.start(command);
    Thread end = new Thread(server::destroy, "end-" + environment.program());
    Runtime.getRuntime().addShutdownHook(end);
    try {
      awaitHealth(environment, server, health);
      ready.run();
      int code = server.waitFor();
      if (code != 0) {
        throw environment.failed("ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      server.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitHealth(PythonEnvironment environment, Process server, URI health)
      throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(health).build();
    long limit = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < limit) {
      if (server.waitFor(500, TimeUnit.MILLISECONDS)) {
        throw environment.failed(
            "ended with exit code " + server.exitValue() + "; is the port taken?");
      }
      if (answers(http, request)) {
        return;
      }
    }
    server.destroy();
    throw environment.failed("did not answer within " + START.toSeconds() + " s");
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // It does not listen yet.
    }
  }
}
