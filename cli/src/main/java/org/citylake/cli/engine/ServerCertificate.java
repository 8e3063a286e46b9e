package org.citylake.cli.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.citylake.access.user.OwnerFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * The certificate by which Trino is known on loopback, made for the home and signed by itself; in
 * {@code trino/tls}, the key readable by the owner alone. Clients trust the certificate's file.
 */
final class ServerCertificate {
  private static final Duration VALID = Duration.ofDays(825);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final int SERIAL_BITS = 64;

  private final Path folder;
  private final Clock clock;

  ServerCertificate(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The certificate alone, which clients trust. */
  Path certificate() {
    return folder.resolve("certificate.pem");
  }

  /** Certificate and key. */
  Path keyStore() {
    return folder.resolve("server.pem");
  }

  /** Makes it where it is missing or ends within a month. */
  void ensure() {
    if (Files.exists(keyStore()) && Files.exists(certificate()) && holds()) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair keys = generator.generateKeyPair();
      X509CertificateHolder made = make(keys);
      OwnerFile.write(keyStore(), pem(made) + pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
      OwnerFile.write(certificate(), pem(made));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot make a certificate in " + folder + ": " + e, e);
    }
  }

  /** For clients of this JVM that talk to the server. */
  SSLContext trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry("server", read());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot read the certificate " + certificate() + ": " + e, e);
    }
  }

  private boolean holds() {
    try {
      Instant end = read().getNotAfter().toInstant();
      return end.minus(RENEWED_BEFORE).isAfter(clock.instant());
    } catch (GeneralSecurityException e) {
      // Damaged: another is made.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + certificate(), e);
    }
  }

  private X509Certificate read() throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(certificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private X509CertificateHolder make(KeyPair keys) throws OperatorException, IOException {
    Instant now = clock.instant();
    X500Principal name = new X500Principal("CN=localhost, O=CityLake");
    GeneralNames addresses =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
              new GeneralName(GeneralName.iPAddress, "::1")
            });
    return new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, new SecureRandom()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(VALID)),
            name,
            keys.getPublic())
        .addExtension(Extension.subjectAlternativeName, false, addresses)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
