package io.mingjing.notification.notice.domain;

import io.mingjing.notification.recipient.domain.Office;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offices in one column, as {@code role@unit role@unit}: neither word can hold a blank. */
@Converter
public class OfficesColumn implements AttributeConverter<List<Office>, String> {

    @Override
    public String convertToDatabaseColumn(List<Office> offices) {
        return offices.stream().map(Office::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<Office> convertToEntityAttribute(String column) {
        return Stream.of(column.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Office::parse)
                .toList();
    }
}
