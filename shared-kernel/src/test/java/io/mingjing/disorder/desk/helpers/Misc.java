package io.mingjing.disorder.desk.helpers;

/** In disorder: lives in no known room. */
public class Misc {}
