package org.citylake.access.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * The file of users, a line each: {@code name:groups:area:password:tokens}, lists with commas. Read
 * anew at every question, so that a change holds at once in every process.
 */
final class UserFile {
  private static final int FIELDS = 5;

  private final Path folder;
  private final Path file;

  UserFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("users");
  }

  /** All users by name. */
  TreeMap<String, User> read() {
    TreeMap<String, User> users = new TreeMap<>();
    if (!Files.exists(file)) {
      return users;
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(":", -1);
      if (fields.length != FIELDS) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            file + ":" + (i + 1) + " has " + fields.length + " fields, not 5: restore the file");
      }
      users.put(
          fields[0], new User(fields[0], list(fields[1]), fields[2], fields[3], list(fields[4])));
    }
    return users;
  }

  /** Changes the users while no other process does. */
  synchronized void change(UnaryOperator<TreeMap<String, User>> change) {
    Path guard = folder.resolve("users.lock");
    try {
      OwnerFile.folder(folder);
      try (FileChannel channel =
              FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        List<String> lines = new ArrayList<>();
        change.apply(read()).values().forEach(user -> lines.add(line(user)));
        OwnerFile.write(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot change " + file, e);
    }
  }

  private static String line(User user) {
    return String.join(
        ":",
        user.name(),
        String.join(",", user.groups()),
        user.area(),
        user.password(),
        String.join(",", user.tokens()));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }
}
