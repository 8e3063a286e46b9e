package org.citylake.ingestion.generate;

import java.time.LocalDateTime;
import java.util.List;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SampleDeclaration;

/** What the rows of a source with a sample.yaml tell of. */
final class Populations {
  private static final int FEWEST_CASES = 20;
  private static final int PERSONS_PER_CASE = 5;

  private Populations() {}

  /**
   * The population of a source.
   *
   * @param draws those of the source
   * @param end the end of the snapshot date
   */
  static Population of(
      SampleDeclaration sample,
      DeclarationLibrary library,
      Citizens citizens,
      Draw draws,
      LocalDateTime end) {
    return switch (sample.population()) {
      case PERSON -> citizens;
      case LEGAL_ENTITY -> citizens.firms();
      case CASE -> new Cases(citizens, draws, end);
      case BUILDING -> citizens.buildings();
      case COMPOUND -> citizens.compounds();
      case GRID -> new Grids(citizens.compounds(), citizens.draw());
      case SENSOR -> new Sensors(citizens.compounds(), citizens.draw());
      case STREET -> new Streets(citizens, new Headcount(citizens), citizens.draw());
      case DISTRICT -> new Districts(citizens, new Headcount(citizens), citizens.draw());
      case REPORT -> new Reported(Reports.of(library, sample.editions(), draws));
    };
  }

  /** Cases of a source: each source has its own. */
  private record Cases(Citizens citizens, Draw draws, LocalDateTime end) implements Population {
    @Override
    public long size() {
      return Math.max(FEWEST_CASES, citizens.residents() / PERSONS_PER_CASE);
    }

    @Override
    public Entity at(long number) {
      return new ServiceCase(citizens, number, draws.at("case", number), end);
    }
  }

  private record Reported(List<ReportedFigure> figures) implements Population {
    @Override
    public long size() {
      return figures.size();
    }

    @Override
    public Entity at(long number) {
      return figures.get((int) number);
    }
  }
}
