package org.citylake.lakehouse.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, checksums included, that sets permissions by a system call. Hadoop's
 * own starts the program {@code chmod} for each file that it makes and for each checksum beside it
 * unless Hadoop's native library is installed; a commit of a small table makes some ten files.
 *
 * <p>The file {@code core-site.xml} of this module names it for {@code file:} wherever the module
 * is on the class path.
 */
public final class PosixLocalFileSystem extends LocalFileSystem {
  /** Made by Hadoop, which knows the class by name. */
  public PosixLocalFileSystem() {
    super(new PosixRawFileSystem());
  }

  private static final class PosixRawFileSystem extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
        super.setPermission(path, permission);
        return;
      }
      Files.setPosixFilePermissions(
          file,
          PosixFilePermissions.fromString(
              permission.getUserAction().SYMBOL
                  + permission.getGroupAction().SYMBOL
                  + permission.getOtherAction().SYMBOL));
    }
  }
}
