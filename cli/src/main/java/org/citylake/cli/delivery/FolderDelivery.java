package org.citylake.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.metrics.export.PackageCopy;

/**
 * Copies into {@code PATH/EXPORT/SLOT/}: into a hidden neighbour first, forced to the disk and then
 * renamed. The path itself has to be there, so that a share that is not mounted is noticed.
 */
record FolderDelivery(ExportDestination.Folder destination) implements Delivery {
  @Override
  public Outcome deliver(SlotPackage given) throws IOException {
    Path path = Path.of(destination.path());
    if (!Files.isDirectory(path)) {
      throw new IOException("there is no folder " + path + "; is it mounted?");
    }
    Path target = path.resolve(given.export()).resolve(given.slotName());
    Path manifest = target.resolve(PackageCopy.manifest());
    if (Files.exists(target)) {
      return Occupied.compare(
          Files.exists(manifest) ? Files.readAllBytes(manifest) : new byte[0],
          given.manifest(),
          target.toString());
    }
    PackageCopy.copy(given.folder(), target);
    return Outcome.DELIVERED;
  }
}
