package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetBundle;
import org.citylake.superset.asset.AssetComparison;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;

/**
 * Brings a Superset to what is declared. What is there is read by export, what differs is written
 * by one import, which Superset does whole or not at all; both are keyed by uuid. So a call that
 * was cut off, or done without our hearing of it, is made good by applying again.
 */
public final class SupersetProvisioning {
  private final SupersetClient client;
  private final AssetUuid uuids;
  private final List<Asset> declared;

  /**
   * A provisioning of one Superset.
   *
   * @param uuids of the site; only things with its uuids are ever changed or removed
   * @param declared every asset that should be there; databases before datasets before charts
   */
  public SupersetProvisioning(SupersetClient client, AssetUuid uuids, List<Asset> declared) {
    this.client = client;
    this.uuids = uuids;
    this.declared = List.copyOf(declared);
    declared.stream()
        .filter(asset -> !uuids.made(asset.uuid()))
        .findFirst()
        .ifPresent(
            asset -> {
              throw new IllegalArgumentException("not of this site: " + asset.name());
            });
  }

  /** What an apply would do, and what a prune would remove; writes nothing. */
  public ProvisionPlan plan() {
    return plan(there());
  }

  /**
   * Makes what is missing and mends what departs; writes nothing when all is as declared.
   *
   * @param passwords password by the uuid of the database
   * @return what was done
   * @throws CityLakeException of kind EXTERNAL when Superset refuses it, or takes it and is then
   *     still not as declared
   */
  public ProvisionPlan apply(Map<UUID, String> passwords) {
    ProvisionPlan plan = plan();
    if (!plan.asDeclared()) {
      client.importAssets(
          AssetBundle.write(declared),
          declared.stream()
              .filter(asset -> passwords.containsKey(asset.uuid()))
              .collect(Collectors.toMap(Asset::file, a -> passwords.getOrDefault(a.uuid(), ""))));
      ProvisionPlan after = plan();
      if (!after.asDeclared()) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            "Superset took the import and is still not as declared, somebody else may write to it:\n"
                + ProvisionText.lines(after).stream()
                    .map(line -> "  " + line)
                    .collect(Collectors.joining("\n")));
      }
    }
    return plan;
  }

  /**
   * Removes what CityLake made for this site and is declared no more: dashboards first, so that
   * nothing loses what it builds on.
   *
   * @return what was removed
   */
  public List<AssetChange> prune() {
    List<AssetChange> removed = new ArrayList<>();
    Map<ResourceKind, List<SupersetResource>> made = made();
    List<UUID> kept = declared.stream().map(Asset::uuid).toList();
    List<ResourceKind> kinds =
        List.of(
            ResourceKind.DASHBOARD,
            ResourceKind.CHART,
            ResourceKind.DATASET,
            ResourceKind.DATABASE);
    for (ResourceKind kind : kinds) {
      for (SupersetResource resource : made.getOrDefault(kind, List.of())) {
        if (!kept.contains(resource.uuid())) {
          client.delete(kind, resource.id());
          removed.add(
              new AssetChange(
                  ChangeAction.STALE, kind, resource.uuid(), resource.name(), List.of()));
        }
      }
    }
    return List.copyOf(removed);
  }

  private void importDeclared(ProvisionPlan plan, Map<UUID, String> passwords) {
    Map<String, String> byFile =
        declared.stream()
            .filter(asset -> passwords.containsKey(asset.uuid()))
            .collect(Collectors.toMap(Asset::file, a -> passwords.getOrDefault(a.uuid(), "")));
    try {
      client.importAssets(AssetBundle.write(declared), byFile);
    } catch (CityLakeException e) {
      List<String> taken = takenNames(plan);
      if (taken.isEmpty()) {
        throw e;
      }
      throw new CityLakeException(
          e.kind(),
          e.getMessage()
              + ". Datasets of these names are there and were made by somebody else; rename or"
              + " delete them: "
              + String.join(", ", taken),
          e);
    }
  }

  /** Datasets to create whose name another has: some Supersets take each name once. */
  private List<String> takenNames(ProvisionPlan plan) {
    List<String> names =
        plan.of(ChangeAction.CREATE).stream()
            .filter(change -> change.kind() == ResourceKind.DATASET)
            .map(AssetChange::name)
            .toList();
    return client.list(ResourceKind.DATASET).stream()
        .filter(dataset -> !uuids.made(dataset.uuid()))
        .map(SupersetResource::name)
        .filter(names::contains)
        .toList();
  }

  private ProvisionPlan plan(Map<UUID, Asset> there) {
    List<AssetChange> changes = new ArrayList<>();
    for (Asset asset : declared) {
      Asset now = there.remove(asset.uuid());
      List<FieldDifference> differences = now == null ? List.of() : AssetComparison.of(asset, now);
      ChangeAction action =
          now == null
              ? ChangeAction.CREATE
              : differences.isEmpty() ? ChangeAction.KEEP : ChangeAction.UPDATE;
      changes.add(new AssetChange(action, asset.kind(), asset.uuid(), asset.name(), differences));
    }
    there
        .values()
        .forEach(
            asset ->
                changes.add(
                    new AssetChange(
                        ChangeAction.STALE, asset.kind(), asset.uuid(), asset.name(), List.of())));
    return new ProvisionPlan(changes);
  }

  /** What this site made, as the Superset holds it now. */
  private Map<UUID, Asset> there() {
    Map<UUID, Asset> there = new LinkedHashMap<>();
    made()
        .forEach(
            (kind, resources) -> {
              if (!resources.isEmpty()) {
                List<Integer> ids = resources.stream().map(SupersetResource::id).toList();
                AssetBundle.read(client.export(kind, ids)).stream()
                    .filter(asset -> asset.kind() == kind && uuids.made(asset.uuid()))
                    .forEach(asset -> there.put(asset.uuid(), asset));
              }
            });
    return there;
  }

  private Map<ResourceKind, List<SupersetResource>> made() {
    Map<ResourceKind, List<SupersetResource>> made = new LinkedHashMap<>();
    for (ResourceKind kind : ResourceKind.values()) {
      made.put(kind, client.list(kind).stream().filter(r -> uuids.made(r.uuid())).toList());
    }
    return made;
  }
}
