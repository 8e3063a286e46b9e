package org.citylake.cli.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationSet;
import org.citylake.core.home.Home;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * What every step may use.
 *
 * @param runId name of this run in branches, logs and {@code audit.run}
 * @param settings of the command
 * @param output where progress is told
 * @param lake the catalog
 * @param live connection to the warehouse that is written
 * @param library the declarations
 * @param declarations their files
 * @param codeVersion of the code, see {@link CodeVersion}
 * @param clock tells when something arrives
 * @param full whether everything is computed, even what did not change
 * @param reason why a release is made, as the user says
 * @param lineage is told of loads and tables
 * @param outcome what the steps found and made
 */
public record RunContext(
    String runId,
    Settings settings,
    Output output,
    Lake lake,
    LakeCatalog live,
    DeclarationLibrary library,
    DeclarationSet declarations,
    String codeVersion,
    Clock clock,
    boolean full,
    Optional<String> reason,
    Lineage lineage,
    RunOutcome outcome) {
  /** The city's state. */
  public Home home() {
    return settings.home();
  }

  VaultKeyFile vaultKeys() {
    return settings.vaultKeys();
  }

  Loader loader() {
    return new Loader(live, home(), library, vaultKeys(), clock).telling(lineage.loads(live));
  }

  LakeTableStore store() {
    return new LakeTableStore(live);
  }

  /** Folder of this run's job files. */
  Path folder() {
    return home().run().resolve(runId);
  }

  EngineJob job(String name, EngineModule module, Path folder) {
    Path log = home().logs().resolve(runId).resolve(name + ".log");
    return new EngineJob(name, module, folder, log, lake.token());
  }

  List<String> roots() {
    return settings.declarationRoots().stream().map(Path::toString).toList();
  }
}
