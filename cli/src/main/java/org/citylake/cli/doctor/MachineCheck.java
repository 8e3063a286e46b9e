package org.citylake.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.state.Settings;
import org.citylake.core.home.Home;

/** All checks of {@code doctor}. None of them changes anything. */
public final class MachineCheck {
  private static final long GIBIBYTE = 1L << 30;
  private static final long LEAST_MEMORY = 6 * GIBIBYTE;
  private static final long LEAST_DISK = 4 * GIBIBYTE;

  private MachineCheck() {}

  /** Every finding, in a fixed order. */
  public static List<Finding> all(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(trinoJava(settings.environment()));
    findings.add(
        onPath(settings.environment(), List.of("mvn"))
            .map(path -> Finding.ok("maven", path.toString()))
            .orElse(Finding.warning("maven", "mvn is not on the PATH; it is needed to build")));
    findings.add(memory());
    findings.add(disk(settings.home()));
    findings.add(charset());
    findings.add(
        onPath(settings.environment(), List.of("chromium", "chromium-browser", "google-chrome"))
            .map(path -> Finding.ok("browser", path.toString()))
            .orElse(Finding.ok("browser", "no chromium; only the tests of the page use one")));
    findings.add(ports());
    findings.add(HomeCheck.place(settings.home()));
    return findings;
  }

  private static Finding java() {
    JavaHome java = JavaHome.current();
    return Runtime.version().feature() == 17
        ? Finding.ok("java", java.version() + " at " + java.path())
        : Finding.error(
            "java",
            java.version() + " at " + java.path() + "; CityLake runs on JDK 17: set JAVA_HOME");
  }

  private static Finding trinoJava(Map<String, String> environment) {
    return JavaHome.findForTrino(environment)
        .map(java -> Finding.ok("sql", "JDK " + java.version() + " at " + java.path()))
        .orElse(Finding.warning("sql", "no JDK 25 found. " + JavaHome.INSTALL_25));
  }

  private static Finding memory() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long total = system.getTotalMemorySize();
      String text = total / GIBIBYTE + " GiB, " + system.getAvailableProcessors() + " processors";
      return total >= LEAST_MEMORY
          ? Finding.ok("memory", text)
          : Finding.warning("memory", text + "; the main job wants 6 GiB");
    }
    return Finding.warning("memory", "this Java does not tell");
  }

  private static Finding disk(Home home) {
    Path place = home.root();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    try {
      long free = Files.getFileStore(place).getUsableSpace();
      String text = free / GIBIBYTE + " GiB free at " + place;
      if (!Files.isWritable(place)) {
        return Finding.error("disk", place + " cannot be written; take another --home");
      }
      return free >= LEAST_DISK
          ? Finding.ok("disk", text)
          : Finding.warning("disk", text + "; the first build and run want 4 GiB");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot ask for the space at " + place, e);
    }
  }

  private static Finding charset() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    return encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())
        ? Finding.ok("locale", "file names are UTF-8")
        : Finding.warning(
            "locale",
            "file names are " + encoding + "; for files with Chinese names set LC_ALL=C.UTF-8");
  }

  private static Finding ports() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok("ports", "loopback gives free ports, such as " + socket.getLocalPort());
    } catch (IOException e) {
      return Finding.error("ports", "no free port on loopback: " + e.getMessage());
    }
  }

  private static Optional<Path> onPath(Map<String, String> environment, List<String> names) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
