package org.citylake.cli.superset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.client.EmbeddedDashboard;
import org.citylake.superset.client.GuestPass;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code superset guest-token}: what lets a reader of another site see an embedded dashboard. */
@Command(
    name = "guest-token",
    description = {
      "Write a token, to standard output, that opens one embedded dashboard for some minutes (as"
          + " Superset's settings say: five by default). It is a secret.",
      "What it shows is what CityLake's user of Superset sees, of one district where one is named."
    },
    footer = {"", "Example:", "  ./citylake superset guest-token today --district 310107"})
final class SupersetGuestTokenCommand extends CityLakeSubcommand {
  private static final String AREA = "ref_area";

  @Mixin private final SupersetOptions options = new SupersetOptions();

  @Parameters(paramLabel = "PAGE", description = "The embedded page's name, such as today.")
  private String page = "";

  @Option(
      names = "--guest",
      paramLabel = "NAME",
      defaultValue = "guest",
      description = "As Superset's log names the reader (default ${DEFAULT-VALUE}).")
  private String guest = "";

  @Option(
      names = "--district",
      paramLabel = "CODE",
      description = "Show rows of this district alone, six digits, and none that tell no area.")
  private @Nullable String district;

  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    String code = district == null ? "" : district;
    if (district != null && !code.matches("[0-9]{6}")) {
      throw new CityLakeException(
          Kind.USER, "--district '" + code + "' must be six digits, such as 310107");
    }
    SupersetClient client = options.client(settings);
    EmbeddedPage dashboard =
        EmbeddedPage.of(page, options.uuids(), options.declared(settings), client);
    EmbeddedDashboard embedded =
        client
            .embedding()
            .find(dashboard.id())
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "'"
                            + page
                            + "' is not embedded: ./citylake superset embed "
                            + page
                            + " --domain ORIGIN"));
    List<GuestPass.Rule> rules =
        code.isEmpty() ? List.of() : rules(client, dashboard.datasets(), code);
    String token =
        client.embedding().guestToken(new GuestPass(guest, List.of(embedded.uuid()), rules));
    output.say(token);
    output.result(Map.of("token", token, "dashboard", embedded.uuid().toString()));
    return 0;
  }

  /** A dataset that does not tell an area shows nothing. */
  private static List<GuestPass.Rule> rules(
      SupersetClient client, List<Asset> datasets, String district) {
    List<GuestPass.Rule> rules = new ArrayList<>();
    for (SupersetResource there : client.list(ResourceKind.DATASET)) {
      for (Asset dataset : datasets) {
        if (dataset.uuid().equals(there.uuid())) {
          boolean tells =
              dataset.content().path("columns").findValuesAsText("column_name").contains(AREA);
          rules.add(
              new GuestPass.Rule(
                  there.id(), tells ? "starts_with(" + AREA + ", '" + district + "')" : "1 = 0"));
        }
      }
    }
    return rules;
  }
}
