package org.citylake.core.contract;

/** The logical types of ODCS v3.1 that CityLake reads. */
public enum LogicalType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  DATE,
  TIMESTAMP,
  ARRAY,
  OBJECT
}
