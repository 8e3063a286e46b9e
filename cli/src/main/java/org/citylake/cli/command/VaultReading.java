package org.citylake.cli.command;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.PersonalData.Purpose;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.ingestion.custody.AccessLog;
import org.citylake.ingestion.store.LakeTableStore;

/** Records that a person reads personal values by the command. */
final class VaultReading {
  private final LakeTableStore store;
  private final Settings settings;

  VaultReading(LakeTableStore store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * To be done before anything is shown.
   *
   * @throws CityLakeException of kind USER when there is no such purpose, or the source's contract
   *     does not have it
   */
  void record(
      SourceDeclaration source,
      String purpose,
      Optional<String> reason,
      String subject,
      long records) {
    Purpose known =
        Arrays.stream(Purpose.values())
            .filter(p -> p.id().equals(purpose))
            .findFirst()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "Unknown purpose '"
                            + purpose
                            + "'; known are "
                            + Arrays.stream(Purpose.values()).map(Purpose::id).toList()));
    if (!store.exists(AccessLog.TABLE)) {
      DeclarationReader.load(settings.declarationRoots())
          .findTable(AccessLog.TABLE)
          .map(TableDeclaration::contract)
          .ifPresent(store::apply);
    }
    new AccessLog(store)
        .record(
            source,
            known,
            new AccessLog.Access(
                OffsetDateTime.now(ZoneOffset.UTC),
                System.getProperty("user.name", "unknown"),
                known.id(),
                reason,
                source.id(),
                subject,
                records));
  }
}
