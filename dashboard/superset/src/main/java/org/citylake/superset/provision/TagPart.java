package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetAbility;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.TaggedThing;

/**
 * A tag of the site's name on every chart and dashboard that it made, by which people find them.
 * Superset does not tell which datasets bear a tag. What others tagged so stays so.
 */
final class TagPart implements ProvisionedPart {
  private static final String KIND = "tag";
  private static final List<ResourceKind> TAGGED =
      List.of(ResourceKind.CHART, ResourceKind.DASHBOARD);

  private final SupersetClient client;
  private final String tag;
  private final MadeHere made;
  private final Set<UUID> declared;

  TagPart(SupersetClient client, AssetUuid uuids, List<Asset> declared) {
    this.client = client;
    this.tag = uuids.site();
    this.made = new MadeHere(client, uuids);
    this.declared =
        declared.stream()
            .filter(asset -> TAGGED.contains(asset.kind()))
            .map(Asset::uuid)
            .collect(Collectors.toSet());
  }

  @Override
  public Optional<String> missing() {
    return client.can(SupersetAbility.TAGS)
        ? Optional.empty()
        : Optional.of(SupersetAbility.TAGS.missing());
  }

  @Override
  public List<Change> plan() {
    if (declared.isEmpty()) {
      return isUnused()
          ? List.of(Change.named(ChangeAction.STALE, KIND, tag, List.of()))
          : List.of();
    }
    Set<TaggedThing> bearing = client.tags().tagged(tag);
    if (bearing.isEmpty()) {
      return List.of(Change.named(ChangeAction.CREATE, KIND, tag, List.of()));
    }
    List<FieldDifference> differences = new ArrayList<>();
    wanted()
        .forEach(
            (name, thing) -> {
              if (!bearing.contains(thing)) {
                differences.add(new FieldDifference(name, "", "true"));
              }
            });
    return List.of(Change.named(Change.toMend(differences), KIND, tag, differences));
  }

  @Override
  public void apply(List<Change> plan) {
    Set<TaggedThing> untagged = new HashSet<>(wanted().values());
    untagged.removeAll(client.tags().tagged(tag));
    client.tags().tag(tag, "由CityLake生成 Made by CityLake", untagged);
  }

  @Override
  public List<Change> prune() {
    if (!declared.isEmpty() || !isUnused()) {
      return List.of();
    }
    client.tags().delete(tag);
    return List.of(Change.named(ChangeAction.STALE, KIND, tag, List.of()));
  }

  private boolean isUnused() {
    return client.tags().list().contains(tag) && client.tags().tagged(tag).isEmpty();
  }

  private Map<String, TaggedThing> wanted() {
    Map<String, TaggedThing> things = new TreeMap<>();
    for (ResourceKind kind : TAGGED) {
      made.of(kind).stream()
          .filter(resource -> declared.contains(resource.uuid()))
          .forEach(
              resource ->
                  things.put(
                      kind.label() + "." + resource.name() + "." + resource.id(),
                      new TaggedThing(kind, resource.id())));
    }
    return things;
  }
}
