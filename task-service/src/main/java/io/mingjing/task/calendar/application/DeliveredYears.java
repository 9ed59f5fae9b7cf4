package io.mingjing.task.calendar.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The years that come with the system: {@code calendar/CN.json}. */
@ApplicationScoped
class DeliveredYears {

    private record File(String note, String calendar, List<Document> documents, List<Year> years) {}

    private record Document(String number, int forYear, boolean numberSeen) {}

    private record Year(int year, List<SetDay> days) {}

    private final ObjectMapper json;

    DeliveredYears(ObjectMapper json) {
        this.json = json;
    }

    List<CalendarYear> read() {
        try (InputStream text = CalendarYear.class.getResourceAsStream("/calendar/CN.json")) {
            File file = json.readValue(Objects.requireNonNull(text, "calendar/CN.json"), File.class);
            return file.years().stream()
                    .map(year -> new CalendarYear(file.calendar(), year.year(), 1, year.days()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The delivered calendar cannot be read", e);
        }
    }
}
