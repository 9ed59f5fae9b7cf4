package io.mingjing.notification.notice.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whether a task is closed, as its events say. */
@Entity
@Table(name = "task_course")
public class TaskCourse {

    @Id
    @Column(name = "task_id")
    private UUID taskId;

    private boolean closed;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TaskCourse() {}

    public TaskCourse(UUID taskId) {
        this.taskId = taskId;
    }

    public void close() {
        closed = true;
    }

    /** A later look-back (回头看) may open it again. */
    public void reopen() {
        closed = false;
    }

    public boolean isClosed() {
        return closed;
    }
}
