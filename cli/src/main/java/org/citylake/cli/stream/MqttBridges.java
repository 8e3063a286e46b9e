package org.citylake.cli.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.connector.MqttBridge;
import org.jspecify.annotations.Nullable;

/** Live sources that come by MQTT, each brought onto a topic of the home's own Kafka. */
final class MqttBridges implements AutoCloseable {
  private static final String TOPIC = "mqtt.";

  private final Map<String, ConnectorDeclaration.Mqtt> sources;
  private final String servers;
  private final List<MqttBridge> started = new ArrayList<>();

  private MqttBridges(Map<String, ConnectorDeclaration.Mqtt> sources, String servers) {
    this.sources = sources;
    this.servers = servers;
  }

  /**
   * Those of the streamed sources, none started yet.
   *
   * @param broker port of the home's own Kafka; null where there is none
   * @throws CityLakeException of kind USER when a source needs it and it is not there
   */
  static MqttBridges of(
      DeclarationLibrary library, List<String> streamed, @Nullable Integer broker) {
    Map<String, ConnectorDeclaration.Mqtt> sources = new TreeMap<>();
    for (String id : streamed) {
      library
          .findSource(id)
          .flatMap(SourceDeclaration::connector)
          .filter(ConnectorDeclaration.Mqtt.class::isInstance)
          .ifPresent(mqtt -> sources.put(id, (ConnectorDeclaration.Mqtt) mqtt));
    }
    if (!sources.isEmpty() && broker == null) {
      throw new CityLakeException(
          Kind.USER,
          "By MQTT come "
              + String.join(", ", sources.keySet())
              + ", and a stream takes them over the home's own Kafka, which goes on where it"
              + " stopped: ./citylake stream start --broker 9092");
    }
    return new MqttBridges(sources, "127.0.0.1:" + broker);
  }

  /** Kafka's topics for them. */
  List<String> topics() {
    return sources.keySet().stream().map(id -> TOPIC + id).toList();
  }

  /** Where their messages stand, for the stream's job file. */
  Map<String, Map<String, String>> places() {
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    sources.keySet().forEach(id -> places.put(id, Map.of("servers", servers, "topic", TOPIC + id)));
    return places;
  }

  /**
   * Starts them.
   *
   * @throws CityLakeException of kind EXTERNAL when an MQTT broker is not there
   */
  MqttBridges start(Settings settings, Output output) {
    try {
      sources.forEach(
          (id, mqtt) ->
              started.add(
                  MqttBridge.start(
                      new MqttBridge.Place(id, servers, TOPIC + id),
                      mqtt,
                      settings.environment(),
                      output::progress)));
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    started.forEach(MqttBridge::close);
  }
}
