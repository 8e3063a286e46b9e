package org.citylake.batchjobs.analysis;

import java.util.Optional;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;

/** The producers of the tables that rest on the analysis of series, which they share. */
public final class AnalysisTables {
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final PublishedFigures figures;
  private final TargetOutlooks outlooks;

  /** Producers for one run. */
  public AnalysisTables(DeclarationLibrary library, String codeVersion) {
    this.library = library;
    this.codeVersion = codeVersion;
    this.figures = new PublishedFigures(library);
    this.outlooks = new TargetOutlooks(figures, library);
  }

  /** The producer of the table, if it is one of them. */
  public Optional<TableProducer> find(TableDeclaration table) {
    return switch (table.fullName()) {
      case "metric.indicator_analysis" ->
          Optional.of(new AnalysisProducer(table, figures, codeVersion, AnalysisRows::summary));
      case "metric.indicator_analysis_point" ->
          Optional.of(new AnalysisProducer(table, figures, codeVersion, AnalysisRows::points));
      case LeadingProducer.TABLE -> Optional.of(new LeadingProducer(table, figures, codeVersion));
      case OutlookProducer.TABLE -> Optional.of(new OutlookProducer(table, outlooks, codeVersion));
      case "metric.warning" ->
          Optional.of(new WarningProducer(table, figures, outlooks, library, codeVersion));
      default -> Optional.empty();
    };
  }
}
