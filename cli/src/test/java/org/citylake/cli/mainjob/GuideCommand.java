package org.citylake.cli.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that a guide tells its readers to type.
 *
 * @param guide the guide's path in the repository
 * @param line the command, without its comment
 */
record GuideCommand(String guide, String line) {
  private static final Set<String> SHELLS = Set.of("", "sh", "bash");
  private static final Pattern IN_TABLE =
      Pattern.compile("`((?:echo KEY \\\\\\| )?\\./citylake [^`]+)`");
  private static final Pattern COMMENT = Pattern.compile("\\s{2,}#.*$");

  /** All of them, each once in a guide, guides in order. */
  static List<GuideCommand> all() throws IOException {
    List<Path> guides = new ArrayList<>(List.of(CommandRun.ROOT.resolve("README.md")));
    guides.add(CommandRun.ROOT.resolve("notebooks/README.md"));
    guides.add(CommandRun.ROOT.resolve("docs/getting-started.md"));
    for (String folder : List.of("docs/guides", "docs/runbooks")) {
      try (Stream<Path> files = Files.list(CommandRun.ROOT.resolve(folder))) {
        guides.addAll(files.sorted().toList());
      }
    }
    Set<GuideCommand> commands = new LinkedHashSet<>();
    for (Path guide : guides) {
      String name = CommandRun.ROOT.relativize(guide).toString();
      String text = Files.readString(guide);
      shellLines(text).stream()
          .map(line -> COMMENT.matcher(line.strip()).replaceFirst(""))
          .filter(line -> line.startsWith("./citylake") || line.startsWith("curl "))
          .forEach(line -> commands.add(new GuideCommand(name, line)));
      text.lines()
          .filter(line -> line.startsWith("|"))
          .flatMap(line -> IN_TABLE.matcher(line).results())
          .forEach(span -> commands.add(new GuideCommand(name, span.group(1).replace("\\|", "|"))));
    }
    return List.copyOf(commands);
  }

  /** The lines of blocks for the shell. */
  private static List<String> shellLines(String text) {
    List<String> lines = new ArrayList<>();
    @Nullable String language = null;
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("```")) {
        language = language == null ? line.strip().substring(3) : null;
      } else if (language != null && SHELLS.contains(language)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
