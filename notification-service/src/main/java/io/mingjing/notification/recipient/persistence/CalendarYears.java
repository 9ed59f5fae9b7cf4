package io.mingjing.notification.recipient.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Published years of the working-day calendar. */
@ApplicationScoped
public class CalendarYears {

    private static final TypeReference<List<SetDay>> DAYS = new TypeReference<>() {};

    private final Session session;
    private final ObjectMapper json;

    CalendarYears(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** Takes a year over, unless a newer record of it is already there. */
    public void put(CalendarYear year, long sequence) {
        session.createNativeMutationQuery("""
                insert into calendar_year (calendar, year, version, days, sequence)
                values (:calendar, :year, :version, cast(:days as jsonb), :sequence)
                on conflict (calendar, year) do update
                set version = excluded.version, days = excluded.days, sequence = excluded.sequence
                where calendar_year.sequence < excluded.sequence""")
                .setParameter("calendar", year.calendar())
                .setParameter("year", year.year())
                .setParameter("version", year.version())
                .setParameter("days", write(year.days()))
                .setParameter("sequence", sequence)
                .executeUpdate();
    }

    /** The years of a calendar that are known, from one year to another, both included. */
    public List<CalendarYear> between(String calendar, int first, int last) {
        return session.createNativeQuery("""
                select year, version, cast(days as text) from calendar_year
                where calendar = :calendar and year between :first and :last""", Object[].class)
                .setParameter("calendar", calendar)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .map(row -> new CalendarYear(calendar, (Integer) row[0], (Integer) row[1], read((String) row[2])))
                .toList();
    }

    private String write(List<SetDay> days) {
        try {
            return json.writeValueAsString(days);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<SetDay> read(String days) {
        try {
            return json.readValue(days, DAYS);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException(foreign);
        }
    }
}
