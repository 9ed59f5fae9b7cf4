package io.mingjing.evaluation.attack;

import java.util.Map;

/** Why a column with a time or a date may be there. No reason may be that something of a rater needs it. */
final class TimesAllowed {

    private static final String CODE = "the last day of a code, the same for everybody served on a day";
    private static final String VISIT = "the civil day of a visit, as the hall reports it";
    private static final String SLOT = "the day of a slot, the same for all its leaves";
    private static final String REGISTER = "from which day an entry of a register holds; no rater comes near it";
    private static final String STAFF = "what staff or the system did; no rater's act";

    /** By table and column; a partition counts as its table. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("intake.exp_day", CODE),
            Map.entry("intake_dropped.exp_day", CODE),
            Map.entry("intake_dropped.dropped_day", "when a whole day's partition went, of the whole city"),
            Map.entry("intake_tally.exp_day", CODE),
            Map.entry("quarantine.exp_day", CODE),
            Map.entry("tested.exp_day", CODE),
            Map.entry("day_key.exp_day", CODE),
            Map.entry("visit.exp_day", CODE),
            Map.entry("visit.day", VISIT),
            Map.entry("leaf.slot", SLOT),
            Map.entry("mixed_tally.slot", SLOT),
            Map.entry("leaf_paraphrase.slot", SLOT),
            Map.entry("correction_line.slot", SLOT),
            Map.entry("waiting_report.slot", SLOT),
            Map.entry("second_offer.from_day", SLOT),
            Map.entry("slot_run.day", SLOT),
            Map.entry("slot_assessed.day", SLOT),
            Map.entry("slot_follower.day", SLOT),
            Map.entry("contact_wait.exp_day", "the first of a month, so that it does not tell when it was left"),
            Map.entry("chip_wait.exp_day", "the first of a month, so that it does not tell when it was left"),
            Map.entry("contact_case.due_day", "set on the morning on which all contacts of the city are handed over"),
            Map.entry("contact_case.done_day", STAFF),
            Map.entry("contact_call.day", STAFF),
            Map.entry("contact_morning.day", STAFF),
            Map.entry("contact_morning.confirmed", STAFF),
            Map.entry("pending_digest.hour", "the full hour at which the digest was last asked for, rated or not"),
            Map.entry("office_key.valid_from", STAFF),
            Map.entry("paraphrase.ready_at", STAFF),
            Map.entry("paraphrase.slot", SLOT),
            Map.entry("leaf_to_paraphrase.slot", SLOT),
            Map.entry("city_order.opened", SLOT),
            Map.entry("correction.proposed_at", STAFF),
            Map.entry("correction.decided_at", STAFF),
            Map.entry("key_revocation.proposed_at", STAFF),
            Map.entry("audit.at", STAFF),
            Map.entry("audit_seal.day", STAFF),
            Map.entry("idempotency.at", STAFF),
            Map.entry("inbox.received_at", "events from other services, which know of no rater"),
            Map.entry("dead_letter.died_at", "events from other services, which know of no rater"),
            Map.entry("relay_lease.until", "leases of processes"),
            Map.entry("flyway_schema_history.installed_on", "when the schema was made"),
            Map.entry("self_test.day", "the system's own ratings"),
            Map.entry("self_test_round.day", "the system's own ratings"),
            Map.entry("device.last_seen", "a day; told by the device itself, rated or not"),
            Map.entry("window_owner.from_day", REGISTER),
            Map.entry("point_owner.from_day", REGISTER),
            Map.entry("matter_edition.from_day", REGISTER),
            Map.entry("matter_owner.from_day", REGISTER),
            Map.entry("staff_unit.from_day", REGISTER),
            Map.entry("staff_turn.from_day", REGISTER),
            Map.entry("posted_code.posted_day", REGISTER),
            Map.entry("posted_code.ended_day", REGISTER),
            Map.entry("scale.from_day", REGISTER),
            Map.entry("reason_list.from_day", REGISTER),
            Map.entry("service_key.from_day", REGISTER),
            Map.entry("survey.from_day", REGISTER),
            Map.entry("survey.to_day", REGISTER));

    private TimesAllowed() {}
}
