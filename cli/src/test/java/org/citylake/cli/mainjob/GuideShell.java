package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.citylake.cli.Main;
import org.citylake.cli.engine.JavaHome;
import org.citylake.core.home.Home;

/**
 * A folder in which a reader of a guide types its commands: {@code ./citylake} is there and works
 * on a home.
 *
 * @param folder the folder
 * @param home the home
 */
record GuideShell(Path folder, Home home) {
  /** What the guides may ask for at a terminal. */
  private static final Map<String, String> VARIABLES =
      Map.of("CITYLAKE_PASSWORD", "correct horse battery");

  static GuideShell in(Path folder, Home home) throws IOException {
    Path arguments = folder.resolve(".class-path");
    Files.writeString(arguments, "-cp \"" + System.getProperty("java.class.path") + "\"\n");
    Path command = folder.resolve("citylake");
    Files.writeString(
        command,
        "#!/bin/sh\nexec "
            + JavaHome.current().path().resolve("bin/java")
            + " -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 @"
            + arguments
            + " "
            + Main.class.getName()
            + " \"$@\"\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    return new GuideShell(folder, home);
  }

  /** Runs a line as it stands; fails with all that it says unless it ends so. */
  String run(String line, int... codes) {
    ProcessBuilder builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", line);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(VARIABLES);
    builder.environment().put("CITYLAKE_ROOT", CommandRun.ROOT.toString());
    builder.environment().put("CITYLAKE_HOME", home.root().toString());
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<Integer> wanted =
          codes.length == 0 ? List.of(0) : java.util.Arrays.stream(codes).boxed().toList();
      assertThat(process.waitFor()).as("%s\n%s", line, said).isIn(wanted);
      return said;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot run " + line, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(line, e);
    }
  }
}
