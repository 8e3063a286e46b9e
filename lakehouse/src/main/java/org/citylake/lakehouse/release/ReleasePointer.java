package org.citylake.lakehouse.release;

/** What says which release is published. */
public interface ReleasePointer {
  /**
   * Makes the release the published one, in one step: whoever reads sees the release before or this
   * one whole. Doing it again changes nothing.
   */
  void publish(Release release);
}
