package org.citylake.cli.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Points and persons, made up, of whom guides say that their reader has them. */
final class GuideFiles {
  private static final int PERSONS = 80;

  private GuideFiles() {}

  /** Writes them into a guide's folder. */
  static void write(Path folder) throws IOException {
    Path map = Path.of("dashboard/maps/shanghai/outlines.json");
    Files.createDirectories(folder.resolve(map).getParent());
    Files.copy(CommandRun.ROOT.resolve(map), folder.resolve(map));
    Files.writeString(
        folder.resolve("points.csv"), "id,longitude,latitude\na,121.47,31.23\nb,121.4,31.4\n");
    Files.writeString(folder.resolve("list.csv"), "who\nA firm that nobody knows\n");
    persons(folder.resolve("persons.csv"), "record_id,name,born,remarks", "r");
    persons(folder.resolve("police.csv"), "record_id,name,born,remarks", "p");
    persons(folder.resolve("health.csv"), "record_id,name,born,remarks", "h");
    persons(folder.resolve("persons_20161231.csv"), "RYBH,XM,CSRQ,BZ", "p");
    persons(folder.resolve("archive.csv"), "卡号,姓名,出生日期,备注", "h");
    List<String> truth = new ArrayList<>(List.of("source,record_id,entity_id"));
    for (int i = 0; i < PERSONS; i++) {
      truth.add("police,p%1$d,%1$d".formatted(i));
      truth.add("health,h%1$d,%1$d".formatted(i));
    }
    Files.write(folder.resolve("truth.csv"), truth);
  }

  private static void persons(Path file, String header, String id) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 0; i < PERSONS; i++) {
      String name = "" + (char) ('王' + i % 20) + (char) ('一' + i * 13) + (char) ('丁' + i * 7);
      lines.add(
          "%s%d,%s,19%d-0%d-1%d,%s"
              .formatted(id, i, name, 40 + i % 50, 1 + i % 9, i % 10, id + i * 31));
    }
    Files.write(file, lines);
  }
}
