package org.citylake.ingestion.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSealedFile {
  @TempDir private Path folder = Path.of("");

  private VaultKeys keys() {
    return VaultKeyFile.of(new Home(folder), Map.of(), Clock.systemUTC()).loadOrCreate();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private Path seal(byte[] plain) throws IOException {
    Path file = folder.resolve("sealed");
    try (OutputStream out = Files.newOutputStream(file)) {
      SealedFile.write(
          keys(), ContentHash.of(plain), plain.length, new ByteArrayInputStream(plain), out);
    }
    return file;
  }

  private byte[] open(Path file, byte[] plain) throws IOException {
    try (SeekableByteChannel channel = SealedFile.open(keys(), ContentHash.of(plain), file)) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SealedFile.CHUNK_BYTES - 1, SealedFile.CHUNK_BYTES, 200_000})
  void aFileOfAnyLengthComesBack(int length) throws IOException {
    byte[] plain = bytes(length);

    Path file = seal(plain);

    assertThat(open(file, plain)).isEqualTo(plain);
    assertThat(SealedFile.isSealed(file)).isTrue();
  }

  @Test
  void anyPartIsReadWithoutTheRest() throws IOException {
    byte[] plain = bytes(200_000);
    Path file = seal(plain);

    try (SeekableByteChannel channel = SealedFile.open(keys(), ContentHash.of(plain), file)) {
      ByteBuffer part = ByteBuffer.allocate(100);
      channel.position(131_000).read(part);
      assertThat(part.array()).isEqualTo(Arrays.copyOfRange(plain, 131_000, 131_100));
    }
  }

  @Test
  void cutOffSwappedAndAlteredFilesAreRefused() throws IOException {
    byte[] plain = bytes(200_000);
    byte[] sealed = Files.readAllBytes(seal(plain));
    int chunk = SealedFile.CHUNK_BYTES + SealedChannel.TAG_BYTES;

    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(sealed, sealed.length - chunk));
    assertThatThrownBy(() -> open(cut, plain)).hasMessageContaining("cut off");

    byte[] swapped = sealed.clone();
    System.arraycopy(
        sealed, SealedFile.HEADER_BYTES + chunk, swapped, SealedFile.HEADER_BYTES, chunk);
    Path swap = Files.write(folder.resolve("swap"), swapped);
    assertThatThrownBy(() -> open(swap, plain)).hasMessageContaining("chunk 0");

    byte[] altered = sealed.clone();
    altered[sealed.length - 1] ^= 1;
    Path alter = Files.write(folder.resolve("alter"), altered);
    assertThatThrownBy(() -> open(alter, plain)).hasMessageContaining("chunk 3");
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNotSealed() {
    byte[] plain = bytes(100);

    assertThatThrownBy(
            () ->
                SealedFile.write(
                    keys(),
                    ContentHash.of(plain),
                    99,
                    new ByteArrayInputStream(plain),
                    OutputStream.nullOutputStream()))
        .hasMessageContaining("changed while it was read");
  }
}
