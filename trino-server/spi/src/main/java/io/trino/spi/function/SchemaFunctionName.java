package io.trino.spi.function;

/** A function of a schema. */
public record SchemaFunctionName(String schemaName, String functionName) {}
