package io.mingjing.notification.recipient.domain;

import java.time.LocalDate;
import java.util.List;

/** What {@link Succession} asks about the organisation. */
public interface Directory {

    /** A unit and those above it, nearest first; inactive ones left out; empty while the unit is unknown. */
    List<String> upwards(String unit);

    /** City offices (市营商办) under one of the units. */
    List<String> cityOfficesUnder(List<String> units);

    /** The unit's name; its code while it is unknown. */
    String nameOf(String unit);

    /** Who holds the office on a day, in order of their posts; several posts may carry the same role. */
    List<Holder> holders(Office office, LocalDate day);
}
