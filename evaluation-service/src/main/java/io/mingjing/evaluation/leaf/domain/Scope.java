package io.mingjing.evaluation.leaf.domain;

/** How far up the owner's tree a leaf gathers. */
public enum Scope {
    /** One window under one owner; visits only, like {@link #SECTION_REST}. */
    WINDOW,
    /** What the windows of a section left over, every 10th working day (其余窗口). */
    SECTION_REST,
    /** What the sections of a bureau left over, and all that came without a visit's code, every 20th working day. */
    BUREAU_REST,
    /** What all bureaus left over, every 20th working day; no bureau sees it, the city office works it itself. */
    CITY
}
