package io.mingjing.disorder.shelf.domain;

/** Leaned on from an aggregate before it. */
public class Board {
    public void hang() {}
}
