package org.citylake.streamingjobs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.LiveStreamConfig;
import org.citylake.streamingjobs.live.LiveStreamJob;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.table.LakeTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short files, each read to its end at once by either reader, bring time on as one long one. */
class ITInbox {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "区域编码,区域名称,所属区,统计时间,实时客流,进入人次,离开人次,最大承载量,密度,统计方式,预警等级\n";

  @Test
  void anAlertIsRaisedAndEndsByFilesOfOneRecord(@TempDir Path folder) throws Exception {
    DeclaredSource source = new DeclaredSource(ITFaultSeeds.SOURCE.roots(), "crowd_reading");
    CatalogLoader catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
    EmptyLake.create(catalogs, source.library());
    Path inbox = Files.createDirectories(folder.resolve("inbox/crowd_reading"));
    LiveStreamConfig config =
        new LiveStreamConfig(
            "",
            source.roots(),
            List.of(source.id()),
            null,
            folder.toString(),
            null,
            2,
            1,
            0,
            0,
            0,
            "",
            "");
    try (LakeTables tables = new LakeTables(catalogs)) {
      LiveStreamJob.Started stream = new LiveStreamJob(config, tables, Map.of()).start();
      try {
        deliver(inbox, 1, "2016-10-01 15:00,29000,800,100,35000,2.9,视频,");
        deliver(inbox, 2, "2016-10-01 15:10,30000,900,100,35000,3.0,视频,");
        deliver(inbox, 3, "2016-10-01 15:55,10000,100,900,35000,1.0,视频,");

        // No further file: readers that have read theirs must not hold the last one's time up.
        assertThat(kinds(tables, 3)).containsExactly("raised", "escalated", "recovered");
      } finally {
        stream.client().cancel().get();
      }
    }
  }

  private static void deliver(Path inbox, int number, String record)
      throws IOException, InterruptedException {
    Path file = inbox.resolve("." + number);
    Files.writeString(file, HEADER + "310101-CR-0001,样例外滩,黄浦区," + record + "\n", GB18030);
    Files.move(file, inbox.resolve(number + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    Thread.sleep(3_000);
  }

  private static List<String> kinds(LakeTables tables, int awaited)
      throws IOException, InterruptedException {
    List<Record> rows = List.of();
    for (int i = 0; i < 60 && rows.size() < awaited; i++) {
      Thread.sleep(500);
      List<Record> now = new ArrayList<>();
      try (CloseableIterable<Record> records =
          IcebergGenerics.read(tables.load(LiveTable.ALERT.fullName())).build()) {
        records.forEach(now::add);
      }
      rows = now;
    }
    return rows.stream()
        .sorted(
            (a, b) ->
                String.valueOf(a.getField("happened_at"))
                    .compareTo(String.valueOf(b.getField("happened_at"))))
        .map(row -> String.valueOf(row.getField("kind")))
        .toList();
  }
}
