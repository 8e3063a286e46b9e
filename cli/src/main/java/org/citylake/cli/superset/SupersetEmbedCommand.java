package org.citylake.cli.superset;

import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.client.EmbeddedDashboard;
import org.citylake.superset.client.EmbeddingClient;
import org.citylake.superset.client.SupersetClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code superset embed}: lets other sites show a dashboard, or no more. */
@Command(
    name = "embed",
    description = {
      "Let other sites show a page's dashboard; done again its uuid stays.",
      "Readers see it by a guest token: ./citylake superset guest-token."
    },
    footer = {"", "Example:", "  ./citylake superset embed today --domain https://www.example.org"})
final class SupersetEmbedCommand extends CityLakeSubcommand {
  @Mixin private final SupersetOptions options = new SupersetOptions();

  @Parameters(paramLabel = "PAGE", description = "The page's name, such as today.")
  private String page = "";

  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  /** Who may show it. */
  static final class Where {
    @Option(
        names = "--domain",
        paramLabel = "ORIGIN",
        description = "Origin that may show it, such as https://www.example.org; may come again.")
    private List<String> domains = List.of();

    @Option(names = "--any-domain", description = "Every site may show it.")
    private boolean any;

    @Option(names = "--remove", description = "No other site may show it any more.")
    private boolean remove;
  }

  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    where.domains.forEach(SupersetEmbedCommand::requireOrigin);
    SupersetClient client = options.client(settings);
    EmbeddedPage dashboard =
        EmbeddedPage.of(page, options.uuids(), options.declared(settings), client);
    EmbeddingClient embedding = client.embedding();
    if (where.remove) {
      boolean there = embedding.find(dashboard.id()).isPresent();
      if (there) {
        embedding.remove(dashboard.id());
      }
      output.say(page + (there ? " is embedded no more" : " was not embedded"));
      output.result(Map.of("page", page, "embedded", false));
      return 0;
    }
    EmbeddedDashboard embedded =
        embedding.embed(dashboard.id(), where.any ? List.of() : where.domains);
    output.say(page + " is embedded as " + embedded.uuid());
    output.say(
        "Allowed: "
            + (embedded.allowedDomains().isEmpty()
                ? "every site"
                : String.join(", ", embedded.allowedDomains())));
    output.result(
        Map.of(
            "page",
            page,
            "embedded",
            true,
            "uuid",
            embedded.uuid().toString(),
            "allowed_domains",
            embedded.allowedDomains()));
    return 0;
  }

  private static void requireOrigin(String domain) {
    if (!domain.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw new CityLakeException(
          Kind.USER,
          "--domain '"
              + domain
              + "' must be an origin without a path, such as https://www.example.org");
    }
  }
}
