package org.citylake.cli.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark index}: the index engine. */
@Command(
    name = "index",
    description = {
      "Measure scoring and the analysis of robustness in one run.",
      "The ASEM index of 51 countries and 49 indicators: scorings, 10,000 draws, Sobol' indices of"
          + " four factors. A synthetic panel of 3,000 units, 200 indicators and 20 years in 2 GiB:"
          + " scoring and 1,000 draws. Beside it COINr's draws, where R and COINr are installed."
    },
    footer = {
      "",
      "Takes some minutes; other programs that run at the same time make it slower.",
      "",
      "Examples:",
      "  ./citylake benchmark index",
      "  ./citylake benchmark index --json --record benchmarks/results"
    })
final class IndexBenchmarkCommand extends MeasuringCommand {

  @Option(names = "--quick", description = "Measure next to nothing, to see that all of it runs.")
  private boolean quick;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws IOException {
    BenchmarkSize size = quick ? BenchmarkSize.QUICK : BenchmarkSize.FULL;
    List<Measurement> all =
        new ArrayList<>(
            AsemBenchmark.load(settings.root().resolve("benchmarks/data/asem"))
                .measure(size, m -> output.say(m.line())));
    PanelBenchmark panel = PanelBenchmark.run(size);
    for (Measurement m : List.of(panel.score(), panel.draws(), panel.both(size))) {
      all.add(m);
      output.say(m.line());
    }
    output.say("Synthetic panel, memory: " + panel.memory());
    Measurement draws =
        all.stream().filter(m -> m.name().equals("asem_draws")).findFirst().orElseThrow();
    CoinrBenchmark coinr =
        CoinrBenchmark.run(settings.root(), settings.environment(), size.coinrDraws());
    output.say("COINr: " + coinr.said());
    coinr.measured().ifPresent(m -> output.say(m.line()));
    coinr.ratio(draws).ifPresent(times -> output.say("COINr takes " + times + " times as long"));

    run.put("quick", quick);
    run.put("measurements", all.stream().map(Measurement::object).toList());
    run.put("panel_memory", panel.memory());
    run.put("coinr", coinr.object(draws));
    return 0;
  }
}
