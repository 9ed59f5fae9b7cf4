package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on which task.
 *
 * @param version the version the person saw; null where the caller takes the task as it is
 */
public record On(UUID task, @Nullable Long version, Actor actor) {}
