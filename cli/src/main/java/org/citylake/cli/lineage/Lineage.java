package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.problem.ShownText;
import org.citylake.core.secret.Secrets;
import org.citylake.ingestion.load.LoadListener;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * The lineage of one call of the command. Telling never costs the work that is told of: an event
 * that cannot be made or delivered is told once on standard error and in the call's result
 * (docs/adr/0018).
 */
public final class Lineage implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final long FILE_LIMIT = 64L << 20;

  private final Settings settings;
  private final LineageSettings target;
  private final Output output;
  private final Clock clock;
  private final List<Channel> channels = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long events;
  private long undelivered;

  /** One way out; broken after its first failure. */
  private static final class Channel {
    private final String name;
    private final String remedy;
    private final Transport transport;
    private boolean broken;

    Channel(String name, String remedy, Transport transport) {
      this.name = name;
      this.remedy = remedy;
      this.transport = transport;
    }
  }

  private Lineage(Settings settings, LineageSettings target, Output output, Clock clock) {
    this.settings = settings;
    this.target = target;
    this.output = output;
    this.clock = clock;
  }

  /**
   * The lineage that the settings ask for.
   *
   * @throws org.citylake.core.CityLakeException when a setting is wrong or a key is not there
   */
  public static Lineage of(Settings settings, Output output) {
    LineageSettings target = LineageSettings.of(settings.home(), settings.environment());
    Lineage lineage = new Lineage(settings, target, output, Clock.systemUTC());
    target
        .file()
        .ifPresent(
            file ->
                lineage.channels.add(
                    new Channel(
                        "file " + file,
                        "see that the disk has space and the file can be written",
                        new EventFile(file, FILE_LIMIT, lineage.clock))));
    target
        .service()
        .ifPresent(
            address ->
                lineage.channels.add(
                    new Channel(
                        "service " + address.getScheme() + "://" + address.getAuthority(),
                        "see that it runs and CITYLAKE_LINEAGE and its key are right; the events"
                            + " stand in "
                            + target.file().orElseThrow(),
                        http(address, target, settings.environment()))));
    return lineage;
  }

  private static Transport http(
      URI address, LineageSettings target, Map<String, String> environment) {
    HttpConfig config = new HttpConfig();
    config.setUrl(address);
    config.setTimeoutInMillis(TIMEOUT_MILLIS);
    target
        .key()
        .ifPresent(
            reference -> {
              ApiKeyTokenProvider key = new ApiKeyTokenProvider();
              key.setApiKey(new Secrets(environment).load(reference));
              config.setAuth(key);
            });
    return new HttpTransport(config);
  }

  /** A listener that tells of each load into a warehouse. */
  public LoadListener loads(LakeCatalog live) {
    return channels.isEmpty()
        ? LoadListener.NONE
        : new LoadEvents(this, EventMaker.of(settings, target, clock), live);
  }

  /** What tells of the tables that a run computes. */
  public TableEvents tables(LakeCatalog live) {
    return new TableEvents(this, EventMaker.of(settings, target, clock), live);
  }

  /** Makes an event and sends it. */
  void tell(Supplier<RunEvent> made) {
    if (channels.isEmpty()) {
      return;
    }
    RunEvent event;
    try {
      event = made.get();
    } catch (RuntimeException e) {
      undelivered++;
      problem("Cannot make a lineage event: " + e + "; the work goes on, please report it");
      return;
    }
    events++;
    boolean delivered = true;
    for (Channel channel : channels) {
      delivered &= !channel.broken && sent(channel, event);
    }
    if (!delivered) {
      undelivered++;
    }
  }

  private boolean sent(Channel channel, RunEvent event) {
    try {
      channel.transport.emit(event);
      return true;
    } catch (RuntimeException e) {
      channel.broken = true;
      problem(
          "Cannot tell the lineage "
              + channel.name
              + ": "
              + reason(e)
              + "; the work goes on without it, "
              + channel.remedy);
      return false;
    }
  }

  private void problem(String text) {
    problems.add(text);
    output.progress("Warning: " + text);
  }

  private static String reason(RuntimeException e) {
    Throwable told = e.getCause() == null ? e : e.getCause();
    return ShownText.of(String.valueOf(told.getMessage() == null ? told : told.getMessage()));
  }

  /** Sentences on what could not be told, for the call's result. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** As JSON: events that were made, how many of them did not get everywhere, and why. */
  public Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("events", events);
    object.put("undelivered", undelivered);
    object.put("problems", problems());
    return object;
  }

  @Override
  public void close() {
    for (Channel channel : channels) {
      try {
        channel.transport.close();
      } catch (Exception e) {
        problem("Cannot close the lineage " + channel.name + ": " + e);
      }
    }
  }
}
