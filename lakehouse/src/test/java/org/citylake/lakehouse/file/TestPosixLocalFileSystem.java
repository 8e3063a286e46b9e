package org.citylake.lakehouse.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPosixLocalFileSystem {
  @TempDir private java.nio.file.Path folder = java.nio.file.Path.of("unset");

  @Test
  void filesAreWrittenByItWithoutAnybodyAskingForIt() throws IOException {
    Path path = new Path(folder.resolve("a").toUri());

    assertThat(path.getFileSystem(new Configuration())).isInstanceOf(PosixLocalFileSystem.class);
  }

  @Test
  void aFileHasThePermissionsThatHadoopsOwnGivesIt() throws IOException {
    for (String wanted : new String[] {"rw-r--r--", "rw-------", "rwxr-x--x"}) {
      java.nio.file.Path ours = folder.resolve("ours " + wanted);
      java.nio.file.Path hadoops = folder.resolve("hadoops " + wanted);
      FsPermission permission = FsPermission.valueOf("-" + wanted);

      write(new PosixLocalFileSystem(), ours, permission);
      write(new LocalFileSystem(), hadoops, permission);

      assertThat(Files.getPosixFilePermissions(ours))
          .isEqualTo(PosixFilePermissions.fromString(wanted))
          .isEqualTo(Files.getPosixFilePermissions(hadoops));
    }
  }

  @Test
  void aDamagedFileIsNotRead() throws IOException {
    java.nio.file.Path file = folder.resolve("damaged");
    write(new PosixLocalFileSystem(), file, FsPermission.getFileDefault());
    Files.writeString(file, "Lake of the citx");

    try (FSDataInputStream in = opened(new PosixLocalFileSystem()).open(new Path(file.toUri()))) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(ChecksumException.class);
    }
  }

  private static void write(LocalFileSystem files, java.nio.file.Path file, FsPermission permission)
      throws IOException {
    Path path = new Path(file.toUri());
    try (FSDataOutputStream out = opened(files).create(path)) {
      out.write("Lake of the city".getBytes(StandardCharsets.UTF_8));
    }
    files.setPermission(path, permission);
  }

  private static FileSystem opened(LocalFileSystem files) throws IOException {
    files.initialize(java.net.URI.create("file:///"), new Configuration());
    return files;
  }
}
