package org.citylake.dashboard;

import java.nio.file.Path;
import org.citylake.core.home.Home;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.store.StoreWriter;

/** Serves the sample for a look at the page while working on it: {@code main HOME PORT}. */
public final class Preview {
  private Preview() {}

  public static void main(String[] arguments) throws InterruptedException {
    Home home = new Home(Path.of(arguments[0]));
    home.create();
    StoreWriter.write(
        home,
        SampleCity.RELEASE,
        PageDocuments.compile(SampleCity.release(), SampleCity.rows(), SampleCity.library()));
    try (DashboardServer server =
        DashboardServer.start(home, SampleCity.library(), Integer.parseInt(arguments[1]))) {
      System.out.println(server.uri());
      Thread.currentThread().join();
    }
  }
}
