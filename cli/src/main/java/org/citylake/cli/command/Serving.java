package org.citylake.cli.command;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.citylake.cli.engine.SqlPort;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.dashboard.lake.BufferedAccess;
import org.citylake.dashboard.lake.LakeTables;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.server.PageServices;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;

/** Serves until the process is told to end (Ctrl-C, SIGTERM). */
final class Serving {
  private Serving() {}

  /**
   * Refuses a port that is taken before anything is started.
   *
   * @param port 0 is always free
   * @param option that names it
   * @throws CityLakeException of kind EXTERNAL
   */
  static void requireFree(int port, String option) {
    if (!SqlPort.isFree(port)) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The port %1$d is taken: stop what uses it, name another by %2$s, or leave %2$s out for a free one"
              .formatted(port, option));
    }
  }

  static void untilEnd(
      Settings settings,
      DeclarationLibrary library,
      Lake lake,
      String jdbc,
      String command,
      int pagePort,
      Output output)
      throws InterruptedException {
    untilEnd(settings, library, lake, jdbc, command, pagePort, Optional.empty(), output, () -> {});
  }

  /**
   * The same.
   *
   * @param publicName name under which a proxy shows the page to others
   * @param beside started when the services are announced
   */
  static void untilEnd(
      Settings settings,
      DeclarationLibrary library,
      Lake lake,
      String jdbc,
      String command,
      int pagePort,
      Optional<String> publicName,
      Output output,
      Runnable beside)
      throws InterruptedException {
    Optional<CatalogServer> catalog = lake.server();
    Clock clock = Clock.systemUTC();
    try (LakeCatalog live = lake.connect(LakeCatalog.LIVE);
        BufferedAccess journal = new BufferedAccess(live, clock);
        DashboardServer page =
            DashboardServer.start(
                settings.home(),
                library,
                pagePort,
                new PageServices(
                    () -> catalog.flatMap(CatalogServer::publishedReleaseId),
                    Optional.of(new PageServices.Lake(new LakeTables(live), journal)),
                    clock,
                    publicName))) {
      Services.ofThisProcess(command, lake.uri().toString(), jdbc, page.uri().toString())
          .announce(settings.home());
      output.progress("Page  " + page.uri());
      beside.run();
      awaitEnd(settings);
    }
  }

  /** Waits for the end; what was announced is withdrawn however it comes. */
  static void awaitEnd(Settings settings) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Services.withdraw(settings.home()), "withdraw"));
    new CountDownLatch(1).await();
  }
}
