package org.citylake.ingestion.connector;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.secret.Secrets;

/**
 * Fetches the messages that a broker holds for us, by MQTT 5 with a session that outlives the
 * connection: what is published between two pulls waits at the broker. Messages are acknowledged
 * when they are loaded; those of a pull that was interrupted come again. The first pull begins the
 * session; what was published before it is not there.
 */
final class MqttConnector implements Connector {
  /** At most so many messages are held and acknowledged together. */
  private static final int MOST_AT_ONCE = 10_000;

  private final SourceDeclaration source;
  private final ConnectorDeclaration.Mqtt mqtt;
  private final MqttSession session;

  MqttConnector(
      SourceDeclaration source, ConnectorDeclaration.Mqtt mqtt, Map<String, String> environment) {
    this.source = source;
    this.mqtt = mqtt;
    this.session = new MqttSession(mqtt, new Secrets(environment));
  }

  @Override
  public void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException {
    Mqtt5BlockingClient client = session.client("citylake-" + source.id()).buildBlocking();
    // Before connecting: the broker sends what waits as soon as the session is there.
    try (Mqtt5Publishes messages = client.publishes(MqttGlobalPublishFilter.ALL, true)) {
      connect(client);
      int taken;
      do {
        taken = take(client, messages, folder, receiver);
      } while (taken == MOST_AT_ONCE);
    } finally {
      if (client.getState().isConnected()) {
        client.disconnect();
      }
    }
  }

  private void connect(Mqtt5BlockingClient client) {
    try {
      client.connect(
          MqttSession.kept(MOST_AT_ONCE, Mqtt5ConnectRestrictions.DEFAULT_MAXIMUM_PACKET_SIZE));
      client.subscribe(session.topics());
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private Optional<Mqtt5Publish> receive(Mqtt5Publishes messages) throws IOException {
    try {
      return messages.receive(mqtt.quietSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + mqtt.shown(), e);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private CityLakeException failed(RuntimeException e) {
    return session.failed(e, "pull again when it is there");
  }

  private int take(
      Mqtt5BlockingClient client, Mqtt5Publishes messages, Path folder, Receiver receiver)
      throws IOException {
    Path file = folder.resolve(source.id() + ".jsonl");
    List<Mqtt5Publish> taken = new ArrayList<>();
    try (DeliveryLines lines = new DeliveryLines(file)) {
      while (taken.size() < MOST_AT_ONCE) {
        Optional<Mqtt5Publish> message = receive(messages);
        if (message.isEmpty()) {
          break;
        }
        lines.write(message.get().getPayloadAsBytes());
        taken.add(message.get());
      }
    }
    if (!client.getState().isConnected()) {
      // Quiet is the end of a pull only while the broker is there.
      Files.deleteIfExists(file);
      throw failed(new IllegalStateException("the broker closed the connection"));
    }
    if (!taken.isEmpty()) {
      receiver.receive(new Fetched(file, Optional.empty(), Optional.empty()));
      taken.forEach(Mqtt5Publish::acknowledge);
    }
    Files.deleteIfExists(file);
    return taken.size();
  }
}
