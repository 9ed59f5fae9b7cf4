package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;

/** A finished visit (办件) that no leaf has counted as served yet. */
public record Served(String number, LocalDate day) {}
