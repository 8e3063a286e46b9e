package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.citylake.core.process.ParentWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITChildProcess {
  private final Path folder;

  ITChildProcess(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aChildEndsWithinSecondsWhenItsParentIsKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaHome.current().path().resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            folder.resolve("child.log").toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process parent = builder.start();
    long pid;
    try (BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8)) {
      pid = Long.parseLong(lines.readLine());
      ProcessHandle child = ProcessHandle.of(pid).orElseThrow();

      parent.destroyForcibly().waitFor();

      child.onExit().get(10, TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void closingEndsTheChild() {
    ChildProcess child = start(new ArrayList<>(), "wait");

    child.close();

    assertThat(child.alive()).isFalse();
  }

  @Test
  void progressIsHandedOnAndMemoryIsMeasured() {
    List<String> progress = new ArrayList<>();
    try (ChildProcess child = start(progress, "work")) {
      child.awaitSuccess();

      assertThat(progress).containsExactly("读取 12 rows");
      if (new File("/proc/self/status").exists()) {
        assertThat(child.peakMemoryBytes()).isPositive();
      }
    }
  }

  @Test
  void aFailureNamesTheLogAndItsLastErrors() {
    try (ChildProcess child = start(new ArrayList<>(), "fail")) {
      assertThatThrownBy(child::awaitSuccess)
          .hasMessageContaining("child ended with exit code 1")
          .hasMessageContaining(folder.resolve("child.log").toString())
          .hasMessageContaining("IllegalStateException: the disk is full");
    }
  }

  private ChildProcess start(List<String> progress, String task) {
    return ChildProcess.start(spec(folder.resolve("child.log"), task), progress::add);
  }

  private static ChildSpec spec(Path log, String task) {
    return new ChildSpec(
        "child",
        JavaHome.current().path(),
        List.of("-cp", System.getProperty("java.class.path"), Child.class.getName(), task),
        Map.of(),
        log);
  }

  /** Starts a child, tells its process id, and waits to be killed. */
  static final class Parent {
    public static void main(String[] args) throws InterruptedException {
      System.out.println(ChildProcess.start(spec(Path.of(args[0]), "wait"), p -> {}).pid());
      Thread.sleep(60_000);
    }
  }

  /** A child like an engine's. */
  static final class Child {
    public static void main(String[] args) throws Exception {
      ParentWatch.start();
      switch (args[0]) {
        case "work" -> {
          System.out.write("progress 读取 12 rows\n".getBytes(StandardCharsets.UTF_8));
          System.out.flush();
          Thread.sleep(700);
        }
        case "fail" -> throw new IllegalStateException("the disk is full");
        default -> Thread.sleep(60_000);
      }
    }
  }
}
