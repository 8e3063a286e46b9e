package org.citylake.ingestion.connector;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.secret.Secrets;

/**
 * How a source's MQTT broker is reached: by MQTT 5, in a session that outlives the connection, each
 * message at least once.
 *
 * @param mqtt what the source declares
 * @param secrets where the user's password is found
 */
record MqttSession(ConnectorDeclaration.Mqtt mqtt, Secrets secrets) {
  private static final String SECURE = "ssl";
  private static final int PORT = 1883;
  private static final int SECURE_PORT = 8883;

  /**
   * A client that is not connected.
   *
   * @param identifier who we are: of two clients of one name the broker keeps the later
   */
  Mqtt5ClientBuilder client(String identifier) {
    URI address = URI.create(mqtt.url());
    boolean secure = SECURE.equals(address.getScheme());
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(identifier)
            .serverHost(address.getHost())
            .serverPort(address.getPort() > 0 ? address.getPort() : secure ? SECURE_PORT : PORT);
    if (secure) {
      builder = builder.sslWithDefaultConfig();
    }
    if (mqtt.user().isPresent()) {
      byte[] password =
          mqtt.password().map(secrets::load).orElse("").getBytes(StandardCharsets.UTF_8);
      builder =
          builder.simpleAuth().username(mqtt.user().get()).password(password).applySimpleAuth();
    }
    return builder;
  }

  /**
   * Connects to a session that the broker keeps without end.
   *
   * @param unacknowledged so many messages come before the first is acknowledged
   * @param largest bytes of a message; the broker keeps back larger ones, and may forget them
   */
  static Mqtt5Connect kept(int unacknowledged, int largest) {
    return Mqtt5Connect.builder()
        .cleanStart(false)
        .noSessionExpiry()
        .restrictions()
        .receiveMaximum(unacknowledged)
        .maximumPacketSize(largest)
        .applyRestrictions()
        .build();
  }

  /** Subscribes to the declared topics. */
  Mqtt5Subscribe topics() {
    return Mqtt5Subscribe.builder()
        .addSubscriptions(
            mqtt.topics().stream()
                .map(
                    topic ->
                        Mqtt5Subscription.builder()
                            .topicFilter(topic)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .build())
                .toList())
        .build();
  }

  /** The broker is not there, or refuses us. */
  CityLakeException failed(RuntimeException cause, String whatToDo) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot read " + mqtt.shown() + ": " + cause.getMessage() + "; " + whatToDo,
        cause);
  }
}
