package org.citylake.ingestion.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The file with the vault's keys, outside the lakehouse and readable by its owner alone: {@code
 * CITYLAKE_VAULT_KEYS}, else {@code vault-keys.json} among the home's secrets. Who has lost it can
 * read no personal value again.
 */
public final class VaultKeyFile {
  /** Environment variable with the file's path. */
  public static final String PATH = "CITYLAKE_VAULT_KEYS";

  /** Environment variable with the suite of new keys. */
  public static final String SUITE = "CITYLAKE_VAULT_SUITE";

  private static final String OWNER_ALONE = "rw-------";

  private final Path file;
  private final CipherSuite suite;
  private final Clock clock;
  private @Nullable VaultKeys loaded;

  /**
   * What one key is, without its secret.
   *
   * @param use {@code values} or {@code tokens}
   * @param version from 1
   */
  public record KeyEntry(String use, int version, CipherSuite suite, Instant created) {}

  private VaultKeyFile(Path file, CipherSuite suite, Clock clock) {
    this.file = file;
    this.suite = suite;
    this.clock = clock;
  }

  /**
   * The key file of a home.
   *
   * @param environment the process's environment variables
   * @throws CityLakeException of kind USER when the suite is unknown
   */
  public static VaultKeyFile of(Home home, Map<String, String> environment, Clock clock) {
    String path = environment.getOrDefault(PATH, "");
    String suite = environment.getOrDefault(SUITE, CipherSuite.INTERNATIONAL.id());
    return new VaultKeyFile(
        path.isEmpty() ? home.secrets().resolve("vault-keys.json") : Path.of(path),
        CipherSuite.find(suite)
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER, SUITE + " is '" + suite + "': use international or sm")),
        clock);
  }

  /** Where it stands. */
  public Path path() {
    return file;
  }

  /**
   * The keys, made on first use. Two processes that make them at once end with the same.
   *
   * @throws CityLakeException of kind EXTERNAL when the file cannot be made or read, or is readable
   *     by others
   */
  public synchronized VaultKeys loadOrCreate() {
    if (loaded == null) {
      try {
        if (!Files.exists(file)) {
          Files.createDirectories(file.toAbsolutePath().getParent());
          VaultKey key = newKey(1);
          write(new VaultKeys(newKey(1), List.of(key)), false);
        }
        loaded = read();
      } catch (IOException e) {
        throw unusable(e.getMessage(), e);
      }
    }
    return loaded;
  }

  /** Adds a key for values, which seals from now on; the tokens' key stays. */
  public synchronized VaultKeys rotate() {
    VaultKeys before = loadOrCreate();
    List<VaultKey> keys = new ArrayList<>(before.valueKeys());
    keys.add(newKey(before.sealingVersion() + 1));
    return replace(new VaultKeys(before.tokenKey(), keys));
  }

  /** Forgets all keys for values but the newest, once nothing is sealed with the others. */
  public synchronized VaultKeys retireOldKeys() {
    VaultKeys before = loadOrCreate();
    return replace(new VaultKeys(before.tokenKey(), List.of(before.newest())));
  }

  /** The keys without their secrets. */
  public List<KeyEntry> entries() {
    VaultKeys keys = loadOrCreate();
    List<KeyEntry> entries = new ArrayList<>();
    keys.valueKeys().forEach(k -> entries.add(entry("values", k)));
    entries.add(entry("tokens", keys.tokenKey()));
    return entries;
  }

  private static KeyEntry entry(String use, VaultKey key) {
    return new KeyEntry(use, key.version(), key.suite(), key.created());
  }

  private VaultKeys replace(VaultKeys keys) {
    try {
      write(keys, true);
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
    loaded = keys;
    return keys;
  }

  private VaultKey newKey(int version) {
    byte[] secret = new byte[VaultKey.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new VaultKey(version, suite, clock.instant().truncatedTo(ChronoUnit.SECONDS), secret);
  }

  private VaultKeys read() throws IOException {
    if (posix() && !ownerAlone()) {
      throw new IOException("others may read it; take their rights away: chmod 600 " + file);
    }
    JsonNode root = Json.mapper().readTree(Files.readAllBytes(file));
    List<VaultKey> values = new ArrayList<>();
    for (JsonNode key : root.path("values")) {
      values.add(key(key));
    }
    if (values.isEmpty()) {
      throw new IOException("it has no key for values");
    }
    return new VaultKeys(key(root.path("tokens")), values);
  }

  private static VaultKey key(JsonNode node) throws IOException {
    Optional<CipherSuite> suite = CipherSuite.find(node.path("suite").asText());
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(node.path("secret").asText());
    } catch (IllegalArgumentException e) {
      throw new IOException("a secret in it is not Base64", e);
    }
    if (suite.isEmpty()
        || secret.length != VaultKey.SECRET_BYTES
        || node.path("version").asInt() < 1) {
      throw new IOException("a key in it lacks version, suite or a secret of 32 bytes");
    }
    return new VaultKey(
        node.path("version").asInt(),
        suite.get(),
        Instant.parse(node.path("created").asText()),
        secret);
  }

  private void write(VaultKeys keys, boolean replace) throws IOException {
    ObjectNode root = Json.mapper().createObjectNode();
    root.set("tokens", node(keys.tokenKey()));
    ArrayNode values = root.putArray("values");
    keys.valueKeys().forEach(k -> values.add(node(k)));
    Path folder = file.toAbsolutePath().getParent();
    FileAttribute<?>[] rights =
        posix()
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
            }
            : new FileAttribute<?>[0];
    Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part", rights);
    try {
      Files.write(part, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
      if (replace) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        link(part);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A link, unlike a move, fails when another process was first; then its keys are used. */
  private void link(Path part) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(part, file);
    }
  }

  private static ObjectNode node(VaultKey key) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("version", key.version());
    node.put("suite", key.suite().id());
    node.put("created", key.created().toString());
    node.put("secret", Base64.getEncoder().encodeToString(key.secret()));
    return node;
  }

  private boolean posix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private boolean ownerAlone() throws IOException {
    Set<?> owner = PosixFilePermissions.fromString("rwx------");
    return owner.containsAll(Files.getPosixFilePermissions(file));
  }

  private CityLakeException unusable(@Nullable String reason, Exception cause) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot use the vault's key file "
            + file
            + ": "
            + reason
            + ". Restore it from its backup; without it personal values cannot be read",
        cause);
  }
}
