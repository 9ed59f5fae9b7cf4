package io.mingjing.evaluation.place.application;

/** Said after something changed; the catalogue is read anew once it is committed. */
record PlacesChanged(String what) {}
