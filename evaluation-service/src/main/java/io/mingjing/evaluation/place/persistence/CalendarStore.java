package io.mingjing.evaluation.place.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Calendar years as the topic tells them: the highest sequence wins. */
@ApplicationScoped
public class CalendarStore {

    private static final TypeReference<List<SetDay>> DAYS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    CalendarStore(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public void record(CalendarYear year, long sequence) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into calendar_year as known (calendar, year, version, days, sequence)
                        values (?, ?, ?, ?::jsonb, ?)
                        on conflict (calendar, year) do update set version = excluded.version, days = excluded.days,
                            sequence = excluded.sequence
                        where known.sequence < excluded.sequence""")) {
            upsert.setString(1, year.calendar());
            upsert.setInt(2, year.year());
            upsert.setInt(3, year.version());
            upsert.setString(4, json.writeValueAsString(year.days()));
            upsert.setLong(5, sequence);
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException broken) {
            throw new IllegalStateException("calendar year could not be recorded", broken);
        }
    }

    /** All years of one calendar that have arrived. */
    public List<CalendarYear> years(String calendar) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select year, version, days from calendar_year where calendar = ? order by year")) {
            query.setString(1, calendar);
            ResultSet rows = query.executeQuery();
            List<CalendarYear> years = new ArrayList<>();
            while (rows.next()) {
                years.add(new CalendarYear(
                        calendar, rows.getInt(1), rows.getInt(2), json.readValue(rows.getString(3), DAYS)));
            }
            return years;
        } catch (SQLException | JsonProcessingException broken) {
            throw new IllegalStateException("calendar years could not be read", broken);
        }
    }
}
