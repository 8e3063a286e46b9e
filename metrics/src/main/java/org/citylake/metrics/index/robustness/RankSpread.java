package org.citylake.metrics.index.robustness;

import java.util.ArrayList;
import java.util.List;
import org.citylake.metrics.index.panel.Rows;

/** Gathers the draws of an uncertainty analysis. */
final class RankSpread implements DrawRunner.Taker {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Rows rows;
  private final DrawResult nominal;
  private final int draws;
  private final RankCounts[] ranks;
  private final ScoreTails[] scores;
  private final int[] scored;
  private final FailedDraws.Counter failures = new FailedDraws.Counter();

  RankSpread(Rows rows, DrawResult nominal, int draws) {
    this.rows = rows;
    this.nominal = nominal;
    this.draws = draws;
    ranks = new RankCounts[rows.size()];
    scores = new ScoreTails[rows.size()];
    scored = new int[rows.size()];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] = new RankCounts();
      scores[row] = new ScoreTails(LOW, draws);
    }
  }

  @Override
  public void take(int draw, DrawResult result) {
    failures.add(result);
    if (!result.scored()) {
      return;
    }
    for (int row = 0; row < ranks.length; row++) {
      if (result.scores().has(row)) {
        scored[row]++;
        scores[row].add(result.scores().value(row));
      }
      if (result.ranks()[row] > 0) {
        ranks[row].add(result.ranks()[row]);
      }
    }
  }

  UncertaintyResult result() {
    List<UnitUncertainty> units = new ArrayList<>();
    for (int row = 0; row < ranks.length; row++) {
      units.add(unit(row));
    }
    return new UncertaintyResult(units, draws, failures.failed(), failures.list());
  }

  private UnitUncertainty unit(int row) {
    boolean ranked = ranks[row].total() > 0;
    boolean drawn = scored[row] > 0;
    int rank = nominal.ranks()[row];
    return new UnitUncertainty(
        rows.unit(row),
        rows.period(row),
        rank > 0 ? rank : null,
        ranked ? ranks[row].mean() : null,
        ranked ? ranks[row].quantile(0.5) : null,
        ranked ? ranks[row].quantile(LOW) : null,
        ranked ? ranks[row].quantile(HIGH) : null,
        nominal.scores().has(row) ? nominal.scores().value(row) : null,
        drawn ? scores[row].mean() : null,
        drawn ? scores[row].lowQuantile() : null,
        drawn ? scores[row].highQuantile() : null,
        scored[row]);
  }
}
