package org.citylake.cli.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;

/**
 * The port on loopback that SQL takes. What is connected to it (Superset, a notebook) stays so over
 * a restart, as a home's last port is taken again where it is free.
 *
 * @param wanted the port; 0 for any free one
 * @param firm whether it is that one or none
 */
public record SqlPort(int wanted, boolean firm) {
  private static final int HIGHEST = 65_535;

  /** Any free one: for a server that lives as long as one statement. */
  public static SqlPort any() {
    return new SqlPort(0, false);
  }

  /** This one or none. */
  public static SqlPort named(int port) {
    return new SqlPort(port, true);
  }

  /** The one that the home served SQL on last, where it is free; else any free one. */
  public static SqlPort lastOf(Home home) {
    Path file = file(home);
    try {
      String text =
          Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
      // What is no port was not written by us and is no reason not to serve.
      return new SqlPort(text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0, false);
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot read " + file, e);
    }
  }

  /** Whether nobody listens there; 0 is always free. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The port to try; another one than the last when that was taken meanwhile. */
  int choose() {
    if (firm || (wanted > 0 && wanted <= HIGHEST && isFree(wanted))) {
      return wanted;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot find a free port on loopback", e);
    }
  }

  /** Notes on which port the home serves SQL, for {@link #lastOf}. */
  public static void keep(Home home, int port) {
    try {
      Files.createDirectories(home.run());
      Files.writeString(file(home), port + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot write " + file(home), e);
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("sql-port");
  }
}
