package org.citylake.ingestion.generate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SampleDeclaration;
import org.citylake.core.declaration.SampleDeclaration.Column;
import org.citylake.core.declaration.SampleDeclaration.Origin;
import org.citylake.core.declaration.SamplePopulation;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/** A source with a sample.yaml: what its agency holds of the city's entities, with its faults. */
final class DeclaredSource implements SampleSource {
  /** Running numbers of a row: itself and at most three copies. */
  private static final int COPIES = 4;

  /** What a dump that broke off still holds. */
  private static final double TRUNCATED = 0.6;

  private final SampleDeclaration sample;
  private final Population population;
  private final Draw draws;
  private final LocalDateTime end;
  private final FaultPlan plan;
  private final PersonFaults personFaults;
  private final LegalEntityFaults legalEntityFaults;
  private final List<ColumnSample> columns = new ArrayList<>();
  private final RowKeys keys;
  private final boolean serialKey;
  private final Set<String> written;

  DeclaredSource(
      SourceDeclaration source,
      SampleDeclaration sample,
      DeclarationLibrary library,
      Citizens citizens,
      Draw draws,
      LocalDateTime end) {
    this.sample = sample;
    this.population = Populations.of(sample, library, citizens, draws, end);
    this.draws = draws;
    this.end = end;
    this.plan =
        new FaultPlan(
            sample.faults().map(FaultRates::of).orElseGet(FaultRates::none),
            draws,
            end.toLocalDate());
    this.personFaults = new PersonFaults(plan, citizens.names());
    this.legalEntityFaults = new LegalEntityFaults(plan);
    this.keys = new RowKeys(source);
    boolean numbered = false;
    int moment = 0;
    for (ContractProperty property : source.contract().properties()) {
      boolean timed =
          property.type() == LogicalType.DATE || property.type() == LogicalType.TIMESTAMP;
      Column column = sample.columns().get(property.name());
      columns.add(
          column == null
              ? new GenericColumn(property, library, timed ? moment++ : 0, false)
              : new DeclaredColumn(property, column, end));
      numbered |=
          property.primaryKeyPosition() > 0 && column != null && column.origin() == Origin.SERIAL;
    }
    this.serialKey = numbered;
    this.written = sample.attributes();
  }

  @Override
  public String truth() {
    return sample.population().id().replace('-', '_');
  }

  /** Whether the delivery is of the day before. */
  boolean late() {
    return plan.strikesDelivery(Fault.LATE_FILE);
  }

  /** Whether the dump broke off. */
  boolean truncated() {
    return plan.strikesDelivery(Fault.TRUNCATED_FILE);
  }

  @Override
  public void rows(Consumer<WrittenRow> row) {
    long all = population.size();
    long told = truncated() ? (long) Math.ceil(all * TRUNCATED) : all;
    for (long n = 0; n < told; n++) {
      entity(population.at(n), n, row);
    }
  }

  private void entity(Entity entity, long n, Consumer<WrittenRow> row) {
    SampleRecord record = record(entity, n, 0);
    boolean ghost = false;
    if (entity.gone()) {
      double pool = sample.population() == SamplePopulation.PERSON ? Citizens.GONE : Firms.CLOSED;
      // The rate is of the source's records, which are a share of all.
      ghost = plan.strikes(record, Fault.GHOST, sample.share() / pool);
      if (!ghost && !record.draw().chance("ended", sample.ended())) {
        return;
      }
    } else if (!record.draw().chance("covered", sample.share())) {
      return;
    }
    if (!record.meets(sample.among())) {
      return;
    }
    if (sample.repeated().isEmpty()) {
      copies(entity, n, ghost, row);
      return;
    }
    int times = sample.repeated().get().times();
    for (int i = 0; i < times; i++) {
      LocalDateTime moment = Momentary.moment(sample.repeated().get(), i, end);
      copies(new Momentary(entity, moment), n * times + i, ghost, row);
    }
  }

  private void copies(Entity entity, long n, boolean ghost, Consumer<WrittenRow> row) {
    int copies = serialKey && plan.strikes(record(entity, n, 0), Fault.DUPLICATE) ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      row.accept(written(record(entity, n, copy), ghost, copy > 0));
    }
  }

  private SampleRecord record(Entity entity, long n, int copy) {
    return new SampleRecord(
        entity, draws.at("record", n * COPIES + copy), n * COPIES + copy + 1, written);
  }

  private WrittenRow written(SampleRecord record, boolean ghost, boolean copy) {
    if (ghost) {
      record.plant(Fault.GHOST);
      record.change("state", sample.population() == SamplePopulation.PERSON ? "present" : "active");
      record.change("ended-on", null);
    }
    if (copy) {
      record.plant(Fault.DUPLICATE);
    }
    if (sample.population() == SamplePopulation.PERSON) {
      personFaults.plant(record);
    } else if (sample.population() == SamplePopulation.LEGAL_ENTITY) {
      legalEntityFaults.plant(record);
    }
    List<@Nullable String> texts = new ArrayList<>(columns.size());
    columns.forEach(column -> texts.add(column.text(record)));
    return new WrittenRow(record, texts, keys.of(texts));
  }
}
