package org.citylake.cli.superset;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetAccount;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.declared.MeasuredAssets;
import org.citylake.superset.declared.SqlConnection;
import org.citylake.superset.provision.SupersetProvisioning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Superset is meant, who signs in there, and by whose grants it reads. */
public final class SupersetOptions {
  private static final String PASSWORD = "CITYLAKE_SUPERSET_PASSWORD";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:CITYLAKE_SUPERSET:-http://127.0.0.1:8088}",
      description = "Where Superset answers (else CITYLAKE_SUPERSET, else port 8088 here).")
  private URI url = URI.create("http://127.0.0.1:8088");

  @Option(
      names = "--login",
      paramLabel = "NAME",
      defaultValue = "admin",
      description = "A user of Superset who may import and export (default ${DEFAULT-VALUE}).")
  private String login = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "His password (else " + PASSWORD + ", else that of ./citylake superset up on this home).")
  private @Nullable Path passwordFile;

  @Option(
      names = "--sql-user",
      paramLabel = "NAME",
      defaultValue = "superset",
      description =
          "The user of CityLake by whose grants Superset reads; made as an analyst when missing"
              + " (default ${DEFAULT-VALUE}).")
  private String sqlUser = "";

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "citylake",
      description =
          "Name of this installation, small letters and digits; on a Superset that several use,"
              + " each has its own (default ${DEFAULT-VALUE}).")
  private String site = "";

  /** Where the Superset answers and who signs in there. */
  public SupersetAccount account(Settings settings) {
    return new SupersetAccount(url, login, () -> password(settings));
  }

  /** The Superset's client. */
  public SupersetClient client(Settings settings) {
    return new SupersetClient(account(settings));
  }

  /** The provisioning of what the declarations say. */
  SupersetProvisioning provisioning(Settings settings, DeclaredAssets declared) {
    return provisioning(settings, uuids(), declared);
  }

  /** The provisioning of what is declared for a site. */
  public SupersetProvisioning provisioning(
      Settings settings, AssetUuid uuids, DeclaredAssets declared) {
    return new SupersetProvisioning(
        client(settings), uuids, declared, () -> passwords(settings, declared));
  }

  /** What the declarations say, read through the SQL that the home serves now. */
  public DeclaredAssets declared(Settings settings) {
    return DeclaredAssets.of(
        DeclarationReader.load(settings.declarationRoots()), uuids(), sql(settings));
  }

  /** Assets of a given number, to measure an apply. */
  public DeclaredAssets measured(
      Settings settings, AssetUuid uuids, int datasets, int charts, int dashboards) {
    return MeasuredAssets.of(
        DeclarationReader.load(settings.declarationRoots()),
        uuids,
        sql(settings),
        datasets,
        charts,
        dashboards);
  }

  private SqlConnection sql(Settings settings) {
    String jdbc = Services.find(settings.home()).map(Services::jdbc).orElse("");
    if (jdbc.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "Nothing serves SQL on "
              + settings.home().root()
              + ", through which Superset reads: start ./citylake serve first, and leave it running");
    }
    URI sql = URI.create(jdbc.substring("jdbc:".length()));
    return new SqlConnection(
        sql.getHost(),
        sql.getPort(),
        new SupersetFolder(settings.home()).reader(sqlUser),
        settings.home().root().resolve("trino/tls/certificate.pem"));
  }

  /** The token of Superset's user by the uuid of the connection. */
  private Map<UUID, String> passwords(Settings settings, DeclaredAssets declared) {
    String token = new SupersetFolder(settings.home()).sqlToken(sqlUser);
    return declared.assets().stream()
        .filter(asset -> asset.kind() == ResourceKind.DATABASE)
        .map(Asset::uuid)
        .collect(java.util.stream.Collectors.toMap(uuid -> uuid, uuid -> token));
  }

  /** Uuids and names of this site. */
  public AssetUuid uuids() {
    if (!site.matches("[a-z][a-z0-9]{0,31}")) {
      throw new CityLakeException(
          Kind.USER,
          "--site '" + site + "' must be small letters and digits, a letter first, 32 at most");
    }
    return new AssetUuid(site);
  }

  private String password(Settings settings) {
    Secrets secrets = new Secrets(settings.environment());
    Path ofUp = new SupersetFolder(settings.home()).adminPassword();
    if (passwordFile != null) {
      return secrets.load(new SecretReference.File(passwordFile.toString()));
    }
    if (settings.environment().containsKey(PASSWORD)) {
      return secrets.load(new SecretReference.Environment(PASSWORD));
    }
    if (Files.exists(ofUp)) {
      return secrets.load(new SecretReference.File(ofUp.toString()));
    }
    throw new CityLakeException(
        Kind.USER, "Say the password of '" + login + "' by --password-file or " + PASSWORD);
  }
}
