package org.citylake.ingestion.connector;

import java.util.Map;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.secret.Secrets;

/** How a client signs in to a source's Kafka cluster. */
public final class KafkaClient {
  private KafkaClient() {}

  /**
   * The client's settings, by SASL SCRAM over TLS; none where the connector names no user.
   *
   * @param environment variables that the password is read from where it stands there
   */
  public static Map<String, String> security(
      ConnectorDeclaration.Kafka kafka, Map<String, String> environment) {
    return kafka
        .user()
        .map(
            user ->
                Map.of(
                    "security.protocol",
                    "SASL_SSL",
                    "sasl.mechanism",
                    "SCRAM-SHA-512",
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                        + escaped(user)
                        + "\" password=\""
                        + escaped(kafka.password().map(new Secrets(environment)::load).orElse(""))
                        + "\";"))
        .orElse(Map.of());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
