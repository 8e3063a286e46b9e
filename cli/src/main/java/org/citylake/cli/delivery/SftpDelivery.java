package org.citylake.cli.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.citylake.metrics.export.PackageCopy;

/**
 * Uploads into {@code PATH/EXPORT/.SLOT.part/} and renames that to {@code PATH/EXPORT/SLOT/}. The
 * server's key has to be among the known hosts; the path itself has to be there.
 */
record SftpDelivery(ExportDestination.Sftp destination, Secrets secrets) implements Delivery {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Outcome deliver(SlotPackage given) throws IOException {
    try (SshClient client = client()) {
      client.start();
      try (ClientSession session =
          client
              .connect(destination.user(), destination.host(), destination.port())
              .verify(PATIENCE)
              .getSession()) {
        session.auth().verify(PATIENCE);
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
          return upload(sftp, given);
        }
      }
    }
  }

  private Outcome upload(SftpClient sftp, SlotPackage given) throws IOException {
    String path = destination.path();
    if (!exists(sftp, path)) {
      throw new IOException("the server has no folder " + path);
    }
    String parent = path + "/" + given.export();
    String target = parent + "/" + given.slotName();
    String part = parent + "/." + given.slotName() + ".part";
    if (!exists(sftp, parent)) {
      sftp.mkdir(parent);
    }
    if (exists(sftp, target)) {
      String manifest = target + "/" + PackageCopy.manifest();
      return Occupied.compare(
          exists(sftp, manifest) ? read(sftp, manifest) : new byte[0], given.manifest(), target);
    }
    if (exists(sftp, part)) {
      // What a killed delivery left behind.
      remove(sftp, part);
    }
    sftp.mkdir(part);
    try {
      for (String name : given.files()) {
        write(sftp, given.folder().resolve(name), part + "/" + name);
      }
      sftp.rename(part, target);
    } catch (IOException e) {
      try {
        remove(sftp, part);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
    return Outcome.DELIVERED;
  }

  private static void write(SftpClient sftp, Path file, String remote) throws IOException {
    try (OutputStream out = sftp.write(remote)) {
      Files.copy(file, out);
    }
  }

  private static byte[] read(SftpClient sftp, String remote) throws IOException {
    try (InputStream in = sftp.read(remote)) {
      return in.readAllBytes();
    }
  }

  private static void remove(SftpClient sftp, String folder) throws IOException {
    for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
      if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
        sftp.remove(folder + "/" + entry.getFilename());
      }
    }
    sftp.rmdir(folder);
  }

  private static boolean exists(SftpClient sftp, String path) throws IOException {
    try {
      sftp.stat(path);
      return true;
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  private SshClient client() {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(
        new KnownHostsServerKeyVerifier(
            RejectAllServerKeyVerifier.INSTANCE, Path.of(destination.knownHosts())));
    // Neither the user's own keys nor ~/.ssh/config have a say.
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    Optional<SecretReference> key = destination.privateKey();
    if (key.isPresent()) {
      client.addPublicKeyIdentity(keyPair(secrets.load(key.get())));
    }
    destination
        .password()
        .ifPresent(password -> client.addPasswordIdentity(secrets.load(password)));
    return client;
  }

  private KeyPair keyPair(String text) {
    String named = "the private key of " + destination.shown();
    try (InputStream in =
        new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8))) {
      Iterable<KeyPair> pairs =
          SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(named), in, null);
      if (pairs != null) {
        for (KeyPair pair : pairs) {
          return pair;
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new CityLakeException(Kind.DATA, "Cannot read " + named + ": " + e.getMessage(), e);
    }
    throw new CityLakeException(Kind.DATA, "Cannot read " + named + ": there is no key in it");
  }
}
