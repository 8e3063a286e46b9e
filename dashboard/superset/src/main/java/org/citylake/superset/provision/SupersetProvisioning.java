package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.declared.DeclaredAssets;

/**
 * Brings a Superset to what is declared, part by part: first the assets, then who sees them, then
 * tags and reports. A call that was cut off, or done without our hearing of it, is made good by
 * applying again.
 */
public final class SupersetProvisioning {
  private final SupersetClient client;

  /** What builds on others after them. */
  private final List<ProvisionedPart> parts;

  /** What builds on others before them, and tags when nothing bears them any more. */
  private final List<ProvisionedPart> removal;

  /**
   * A provisioning of one Superset.
   *
   * @param uuids of the site; only things with its uuids and names are ever changed or removed
   * @param declared everything that should be there
   * @param passwords password by the uuid of the database, asked when one is written
   */
  public SupersetProvisioning(
      SupersetClient client,
      AssetUuid uuids,
      DeclaredAssets declared,
      Supplier<Map<UUID, String>> passwords) {
    this.client = client;
    ProvisionedPart assets = new AssetPart(client, uuids, declared.assets(), passwords);
    ProvisionedPart roles = new RolePart(client, uuids, declared.access().roles());
    ProvisionedPart rules = new RulePart(client, uuids, declared.access().rules());
    ProvisionedPart tags = new TagPart(client, uuids, declared.assets());
    ProvisionedPart reports = new ReportPart(client, uuids, declared.reports());
    this.parts = List.of(assets, roles, rules, tags, reports);
    this.removal = List.of(reports, rules, roles, assets, tags);
  }

  /** What an apply would do, and what a prune would remove; writes nothing. */
  public ProvisionPlan plan() {
    List<Change> changes = new ArrayList<>();
    List<String> notes = notes();
    for (ProvisionedPart part : parts) {
      Optional<String> missing = part.missing();
      if (missing.isPresent()) {
        notes.add(missing.get());
      } else {
        changes.addAll(part.plan());
      }
    }
    return new ProvisionPlan(changes, notes);
  }

  /**
   * Makes what is missing and mends what departs; writes nothing when all is as declared.
   *
   * @return what was done
   * @throws CityLakeException of kind EXTERNAL when Superset refuses it, or takes it and is then
   *     still not as declared
   */
  public ProvisionPlan apply() {
    List<Change> changes = new ArrayList<>();
    List<String> notes = notes();
    for (ProvisionedPart part : parts) {
      Optional<String> missing = part.missing();
      if (missing.isPresent()) {
        notes.add(missing.get());
        continue;
      }
      // Read now: the parts before may have made what this one builds on.
      List<Change> plan = part.plan();
      if (plan.stream().anyMatch(Change::departs)) {
        part.apply(plan);
      }
      changes.addAll(plan);
    }
    ProvisionPlan done = new ProvisionPlan(changes, notes);
    if (!done.asDeclared()) {
      requireAsDeclared();
    }
    return done;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    TriedReleases.note(client.version()).ifPresent(notes::add);
    return notes;
  }

  private void requireAsDeclared() {
    ProvisionPlan after = plan();
    if (!after.asDeclared()) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Superset took everything and is still not as declared, somebody else may write to it:\n"
              + ProvisionText.lines(after).stream()
                  .map(line -> "  " + line)
                  .collect(Collectors.joining("\n")));
    }
  }

  /**
   * Removes what CityLake made for this site and is declared no more.
   *
   * @return what was removed
   */
  public List<Change> prune() {
    List<Change> removed = new ArrayList<>();
    for (ProvisionedPart part : removal) {
      if (part.missing().isEmpty()) {
        removed.addAll(part.prune());
      }
    }
    return List.copyOf(removed);
  }
}
