package io.mingjing.kernel.event;

/**
 * Something that happened in one service and that others may hear of. Events carry nothing about a rater; a single
 * rating is never an event (back-to-back, 背靠背). Components are only ever added, and an added one is nullable.
 */
public sealed interface DomainEvent permits EvaluationEvent, TaskEvent, NoticeEvent, OrganisationEvent, CalendarEvent {

    /** The aggregate the event is about: the key of its Kafka record, so that events of one aggregate stay in order. */
    String aggregateId();
}
