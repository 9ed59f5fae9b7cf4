package io.mingjing.task.clock.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a task's clocks are started from.
 *
 * @param number the task's human number, named in every notice
 * @param startDay the day the limit counts from: publication (交办), the slot of a leaf, receipt of a complaint
 */
public record ClockSpec(
        UUID taskId, String number, String title, Limit limit, LocalDate startDay, ResponsibleOffices offices) {}
