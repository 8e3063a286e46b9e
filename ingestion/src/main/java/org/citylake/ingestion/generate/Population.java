package org.citylake.ingestion.generate;

/** Entities of one kind by number, each made alone. */
interface Population {
  /** How many there are; those that are gone stand behind the others. */
  long size();

  /** The entity of that number, from 0. */
  Entity at(long number);
}
