package org.citylake.lakehouse.server;

import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.io.FileIO;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * The metadata files of released tables: {@code WAREHOUSE/_release/ID/TABLE.metadata.json}, written
 * when the release is published, so that the address given to clients holds what they were told and
 * stays the same while the live table moves on. They stand outside the tables' own folders, where
 * maintenance removes files that no live snapshot knows. A missing one is written again.
 */
final class PinnedTables {
  private final Catalog live;
  private final FileIO io;
  private final String warehouse;

  PinnedTables(Catalog live, FileIO io, String warehouse) {
    this.live = live;
    this.io = io;
    this.warehouse = warehouse;
  }

  /** Writes every table's metadata file, over what a publication that died may have left. */
  synchronized void write(ServedRelease release) {
    release.tables().forEach((table, snapshotId) -> write(release, table, snapshotId));
  }

  /** The table's metadata as the release pins it. */
  synchronized TableMetadata load(ServedRelease release, String table) {
    Long snapshotId = release.tables().get(table);
    if (snapshotId == null) {
      throw new IllegalArgumentException(table + " is not in release " + release.releaseId());
    }
    String location = location(release, table);
    if (!io.newInputFile(location).exists()) {
      write(release, table, snapshotId);
    }
    return TableMetadataParser.read(io, location);
  }

  private void write(ServedRelease release, String table, long snapshotId) {
    Table liveTable = live.loadTable(LakeCatalog.identifier(table));
    TableMetadata metadata = ((BaseTable) liveTable).operations().current();
    TableMetadataParser.overwrite(
        PinnedMetadata.pin(metadata, snapshotId, table),
        io.newOutputFile(location(release, table)));
  }

  private String location(ServedRelease release, String table) {
    return warehouse + "/_release/" + release.releaseId() + "/" + table + ".metadata.json";
  }
}
