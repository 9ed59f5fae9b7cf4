package io.mingjing.kernel.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The calendar of mainland China as it is delivered, 2021 to 2026. */
public final class CalendarFixture {

    private CalendarFixture() {}

    public static WorkingCalendar cn() {
        return WorkingCalendar.of(cnYears());
    }

    public static List<CalendarYear> cnYears() {
        try (InputStream file = Objects.requireNonNull(CalendarYear.class.getResourceAsStream("/calendar/CN.json"))) {
            List<CalendarYear> years = new ArrayList<>();
            for (JsonNode year : new ObjectMapper().readTree(file).get("years")) {
                List<SetDay> days = new ArrayList<>();
                for (JsonNode day : year.get("days")) {
                    days.add(new SetDay(
                            LocalDate.parse(day.get("date").asText()),
                            SetDay.Kind.valueOf(day.get("kind").asText()),
                            day.get("name").asText(),
                            day.get("document").asText()));
                }
                years.add(new CalendarYear("CN", year.get("year").asInt(), 1, days));
            }
            return years;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
