package io.trino.spi;

/** Stands for the id of a query. */
public final class QueryId {}
