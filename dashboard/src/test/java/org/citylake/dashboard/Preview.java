package org.citylake.dashboard;

import java.nio.file.Path;
import org.citylake.core.home.Home;
import org.citylake.dashboard.server.DashboardServer;

/**
 * Serves the sample for a look at the page while working on it: {@code main HOME PORT ROOT}, ROOT
 * being where the pages are declared.
 */
public final class Preview {
  private Preview() {}

  public static void main(String[] arguments) throws InterruptedException {
    Home home = new Home(Path.of(arguments[0]));
    home.create();
    SampleDay.write(home);
    try (DashboardServer server =
        DashboardServer.start(
            home, SampleDay.library(Path.of(arguments[2])), Integer.parseInt(arguments[1]))) {
      System.out.println(server.uri());
      Thread.currentThread().join();
    }
  }
}
