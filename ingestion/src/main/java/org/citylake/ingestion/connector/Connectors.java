package org.citylake.ingestion.connector;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;

/** The connector that a source declares. */
public final class Connectors {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private Connectors() {}

  /**
   * The source's connector.
   *
   * @param environment the process's environment variables, for secrets and drivers
   * @throws CityLakeException of kind USER when the source declares none
   */
  public static Connector of(
      SourceDeclaration source, Map<String, String> environment, Clock clock) {
    ConnectorDeclaration declared =
        source
            .connector()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "The source "
                            + source.id()
                            + " has no connector.yaml: bring its files by ./citylake ingest"));
    if (declared instanceof ConnectorDeclaration.Jdbc jdbc) {
      Drivers drivers = new Drivers(environment);
      return jdbc.exchange().isPresent()
          ? new ExchangeConnector(source, jdbc, jdbc.exchange().get(), drivers, clock)
          : new JdbcConnector(source, jdbc, drivers);
    }
    if (declared instanceof ConnectorDeclaration.Folder folder) {
      return new FolderConnector(folder, clock);
    }
    if (declared instanceof ConnectorDeclaration.Http http) {
      return new HttpConnector(source, http, environment, FIRST_PAUSE);
    }
    if (declared instanceof ConnectorDeclaration.Kafka kafka) {
      return new KafkaConnector(source, kafka, environment);
    }
    return new MqttConnector(source, (ConnectorDeclaration.Mqtt) declared, environment);
  }
}
