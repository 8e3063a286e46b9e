package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetBundle;
import org.citylake.superset.asset.AssetComparison;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;

/**
 * Databases, datasets, charts and dashboards. What is there is read by export, what differs is
 * written by one import, which Superset does whole or not at all; both are keyed by uuid.
 */
final class AssetPart implements ProvisionedPart {
  private static final List<ResourceKind> REMOVED_IN_ORDER =
      List.of(
          ResourceKind.DASHBOARD, ResourceKind.CHART, ResourceKind.DATASET, ResourceKind.DATABASE);

  private static final List<ResourceKind> READ_IN_ORDER =
      List.of(
          ResourceKind.DATABASE, ResourceKind.DASHBOARD, ResourceKind.CHART, ResourceKind.DATASET);

  private final SupersetClient client;
  private final AssetUuid uuids;
  private final MadeHere made;
  private final List<Asset> declared;
  private final Supplier<Map<UUID, String>> passwords;

  /**
   * The assets of one site.
   *
   * @param declared every asset that should be there; databases before datasets before charts
   * @param passwords password by the uuid of the database
   */
  AssetPart(
      SupersetClient client,
      AssetUuid uuids,
      List<Asset> declared,
      Supplier<Map<UUID, String>> passwords) {
    this.client = client;
    this.uuids = uuids;
    this.made = new MadeHere(client, uuids);
    this.declared = List.copyOf(declared);
    this.passwords = passwords;
    declared.stream()
        .filter(asset -> !uuids.made(asset.uuid()))
        .findFirst()
        .ifPresent(
            asset -> {
              throw new IllegalArgumentException("not of this site: " + asset.name());
            });
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public List<Change> plan() {
    Map<UUID, Asset> there = there();
    List<Change> changes = new ArrayList<>();
    for (Asset asset : known()) {
      Asset now = there.remove(asset.uuid());
      List<FieldDifference> differences = now == null ? List.of() : AssetComparison.of(asset, now);
      changes.add(
          change(
              now == null ? ChangeAction.CREATE : Change.toMend(differences), asset, differences));
    }
    there.values().stream()
        .sorted(
            Comparator.<Asset>comparingInt(asset -> REMOVED_IN_ORDER.indexOf(asset.kind()))
                .thenComparing(Asset::uuid))
        .forEach(asset -> changes.add(change(ChangeAction.STALE, asset, List.of())));
    return List.copyOf(changes);
  }

  @Override
  public void apply(List<Change> plan) {
    Map<UUID, String> given = passwords.get();
    List<Asset> known = known();
    Map<String, String> byFile =
        known.stream()
            .filter(asset -> given.containsKey(asset.uuid()))
            .collect(Collectors.toMap(Asset::file, a -> given.getOrDefault(a.uuid(), "")));
    try {
      client.importAssets(AssetBundle.write(known), byFile);
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

  @Override
  public List<Change> prune() {
    List<Change> removed = new ArrayList<>();
    List<UUID> kept = declared.stream().map(Asset::uuid).toList();
    for (ResourceKind kind : REMOVED_IN_ORDER) {
      List<SupersetResource> there =
          made.of(kind).stream().sorted(Comparator.comparing(SupersetResource::uuid)).toList();
      for (SupersetResource resource : there) {
        if (!kept.contains(resource.uuid())) {
          client.delete(kind, resource.id());
          removed.add(
              new Change(
                  ChangeAction.STALE,
                  kind.label(),
                  resource.uuid().toString(),
                  resource.name(),
                  List.of()));
        }
      }
    }
    return List.copyOf(removed);
  }

  /** What is declared, as far as this Superset's release knows it. */
  private List<Asset> known() {
    return ImportDialect.of(client.version()).known(declared);
  }

  private static Change change(
      ChangeAction action, Asset asset, List<FieldDifference> differences) {
    return new Change(
        action, asset.kind().label(), asset.uuid().toString(), asset.name(), differences);
  }

  /** Datasets to create whose name another has: some Supersets take each name once. */
  private List<String> takenNames(List<Change> plan) {
    List<String> names =
        plan.stream()
            .filter(change -> change.action() == ChangeAction.CREATE)
            .filter(change -> change.kind().equals(ResourceKind.DATASET.label()))
            .map(Change::name)
            .toList();
    return client.list(ResourceKind.DATASET).stream()
        .filter(dataset -> !uuids.made(dataset.uuid()))
        .map(SupersetResource::name)
        .filter(names::contains)
        .toList();
  }

  /**
   * What this site made, as the Superset holds it now. A connection is exported with its datasets,
   * a dashboard with its charts, so these are asked for only where no export before held them; a
   * connection is whole in its own export alone.
   */
  private Map<UUID, Asset> there() {
    Map<UUID, Asset> there = new HashMap<>();
    for (ResourceKind kind : READ_IN_ORDER) {
      List<Integer> ids =
          made.of(kind).stream()
              .filter(resource -> !there.containsKey(resource.uuid()))
              .map(SupersetResource::id)
              .toList();
      if (!ids.isEmpty()) {
        AssetBundle.read(client.export(kind, ids)).stream()
            .filter(asset -> asset.kind() == kind || asset.kind() != ResourceKind.DATABASE)
            .filter(asset -> uuids.made(asset.uuid()))
            .forEach(asset -> there.put(asset.uuid(), asset));
      }
    }
    return there;
  }
}
