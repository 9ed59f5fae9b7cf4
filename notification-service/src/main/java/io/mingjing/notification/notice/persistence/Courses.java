package io.mingjing.notification.notice.persistence;

import io.mingjing.notification.notice.domain.ClockCourse;
import io.mingjing.notification.notice.domain.TaskCourse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** How far tasks and clocks are. */
@ApplicationScoped
public class Courses {

    private final Session session;

    Courses(Session session) {
        this.session = session;
    }

    /** The task's course, begun where it was not known. */
    public TaskCourse ofTask(UUID taskId) {
        return Optional.ofNullable(session.find(TaskCourse.class, taskId)).orElseGet(() -> {
            TaskCourse begun = new TaskCourse(taskId);
            session.persist(begun);
            return begun;
        });
    }

    /** The clock's course, begun where it was not known. */
    public ClockCourse ofClock(UUID clockId) {
        return Optional.ofNullable(session.find(ClockCourse.class, clockId)).orElseGet(() -> {
            ClockCourse begun = new ClockCourse(clockId);
            session.persist(begun);
            return begun;
        });
    }
}
