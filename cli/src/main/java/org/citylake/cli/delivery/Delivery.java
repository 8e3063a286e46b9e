package org.citylake.cli.delivery;

import java.io.IOException;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.secret.Secrets;

/** Brings packages to one destination. */
public interface Delivery {

  /** What became of it. */
  enum Outcome {
    /** It was brought there. */
    DELIVERED,
    /** It was there already, from an attempt whose end nobody saw. */
    THERE_ALREADY
  }

  /**
   * Brings a package there. When it fails, the package is not to be seen under its name.
   *
   * @throws IOException when the destination fails; another attempt may succeed
   * @throws CityLakeException of kind DATA when another attempt cannot help: a secret is missing,
   *     the slot's place is taken by another package
   */
  Outcome deliver(SlotPackage given) throws IOException;

  /** How to reach a destination. */
  static Delivery to(ExportDestination destination, Secrets secrets) {
    if (destination instanceof ExportDestination.Folder folder) {
      return new FolderDelivery(folder);
    }
    if (destination instanceof ExportDestination.S3 s3) {
      return new S3Delivery(s3, secrets);
    }
    if (destination instanceof ExportDestination.Sftp sftp) {
      return new SftpDelivery(sftp, secrets);
    }
    if (destination instanceof ExportDestination.Http http) {
      return new HttpDelivery(http, secrets);
    }
    throw new IllegalArgumentException("no delivery to " + destination.getClass().getName());
  }
}
