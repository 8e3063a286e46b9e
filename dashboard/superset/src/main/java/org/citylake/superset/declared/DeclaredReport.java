package org.citylake.superset.declared;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.superset.asset.AssetUuid;

/**
 * A dashboard that Superset's worker mails.
 *
 * @param name {@code SITE:PAGE}
 * @param description the page's titles
 * @param cron the five fields of crontab
 * @param zone that hours and days are local to
 * @param recipients addresses
 * @param dashboard its uuid
 */
public record DeclaredReport(
    String name,
    String description,
    String cron,
    String zone,
    List<String> recipients,
    UUID dashboard) {
  public DeclaredReport {
    recipients = List.copyOf(recipients);
  }

  /** The page's report; empty when it declares none. */
  static Optional<DeclaredReport> of(AssetUuid uuids, PageDeclaration page, UUID dashboard) {
    return page.report()
        .map(
            report ->
                new DeclaredReport(
                    uuids.named(page.name()),
                    page.titleZh() + " " + page.titleEn(),
                    report.cron(),
                    report.zone(),
                    report.recipients(),
                    dashboard));
  }
}
