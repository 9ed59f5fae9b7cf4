package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who asked for close-out (申请销号): an OIDC subject with a name. */
@Embeddable
public record Requester(
        @Column(name = "requester_subject") String subject,
        @Column(name = "requester_name") String name) {}
