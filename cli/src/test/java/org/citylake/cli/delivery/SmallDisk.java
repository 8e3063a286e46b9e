package org.citylake.cli.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system of its own, of a few kilobytes unless more is asked for, which only the superuser
 * can mount.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) implements AutoCloseable {
  /** Mounts one; leaves the test out where that is not allowed. */
  static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    return mount(folder, "16k");
  }

  /**
   * Mounts one of that size.
   *
   * @param size as mount wants it, such as 4m
   */
  public static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String failure = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    assumeTrue(failure.isEmpty(), "Cannot mount a small file system: " + failure);
    return new SmallDisk(folder);
  }

  /** Gives it that size, and lets everybody write. */
  public void resize(String size) throws IOException, InterruptedException {
    String failure = run("mount", "-o", "remount,rw,size=" + size, folder.toString());
    assumeTrue(failure.isEmpty(), "Cannot make the file system larger: " + failure);
  }

  /** Lets nobody write any more. */
  public void readOnly() throws IOException, InterruptedException {
    String failure = run("mount", "-o", "remount,ro", folder.toString());
    assumeTrue(failure.isEmpty(), "Cannot make the file system read-only: " + failure);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "no: " + said.strip();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    // Also while a failed test left a file of it open.
    run("umount", "-l", folder.toString());
  }
}
