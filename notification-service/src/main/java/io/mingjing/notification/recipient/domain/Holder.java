package io.mingjing.notification.recipient.domain;

import org.jspecify.annotations.Nullable;

/**
 * A person in a post (岗位).
 *
 * @param subject OIDC subject
 * @param unitName name of the post's unit, as people say it
 * @param email null where none is recorded
 */
public record Holder(
        String postId,
        Office office,
        String unitName,
        String subject,
        String name,
        @Nullable String email) {}
