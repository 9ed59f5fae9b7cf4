package io.mingjing.evaluation;

import io.mingjing.evaluation.code.domain.MacAlgorithm;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** What can be set for this service. */
@ConfigMapping(prefix = "mingjing")
public interface EvaluationConfig {

    Contact contact();

    Intake intake();

    Keys keys();

    Leaf leaf();

    Office office();

    Places places();

    Rating rating();

    /** Contacts that raters leave for the city office. */
    interface Contact {

        /**
         * The file with the city office's public key, signed by the root: lines {@code id:}, {@code x25519:} (Base64 of 32
         * bytes), {@code valid-from:} and {@code signature:}. Unset, or not signed by the root: no contact is taken.
         */
        Optional<Path> officeKey();

        /** The public key (Ed25519, Base64 of 32 bytes) of the root that signs the office's keys; pinned at installation. */
        Optional<String> root();

        /** Days after its due day by which a contact is deleted, whatever became of it. */
        @WithDefault("90")
        int keepDays();

        /** Days after the case is done by which a contact is deleted. */
        @WithDefault("15")
        int keepDoneDays();
    }

    /** Taking ratings in. */
    interface Intake {

        /** How long an answer waits for its commit before it says 503; the rating may still land, a repeat finds it. */
        @WithDefault("10S")
        Duration answerWithin();

        /** Most ratings that one statement stores. */
        @WithDefault("256")
        int batch();

        /** Threads that store, each with a connection of its own. */
        @WithDefault("2")
        int flushers();

        /** Ratings that may wait; a further one is answered 503. */
        @WithDefault("20000")
        int queue();

        Limits limits();

        Radar radar();
    }

    /** Most tries of a rating, or of a receipt, within a minute; 0 is no limit. More are answered 429. */
    interface Limits {

        /** Of place codes, from one address: a high ceiling, because a hall's visitors share one. */
        @WithDefault("3000")
        int addressPerMinute();

        /** With one visit's code, or one ticket of a place. */
        @WithDefault("120")
        int codePerMinute();

        /** By one page of a browser, or one nonce of a program. */
        @WithDefault("120")
        int pagePerMinute();

        /**
         * Unknown receipts asked for from one address (of IPv6: one /64) after which no receipt is looked at from there,
         * known or not: what bounds guessing.
         */
        @WithDefault("600")
        int receiptStopPerMinute();

        /** Unknown receipts asked for from one address; known ones are still answered. */
        @WithDefault("30")
        int unknownReceiptsPerMinute();
    }

    /** From when on the stuffing radar notices; it refuses nothing. */
    interface Radar {

        /** Codes of one device in a day. */
        @WithDefault("10")
        int deviceCodes();

        /** From the form to its answer: faster than this is too fast to have read it. */
        @WithDefault("3S")
        Duration fastUnder();

        /** Ratings of a place in a row that are all 非常满意. */
        @WithDefault("20")
        int fiveBurst();

        /** Within which time they follow each other. */
        @WithDefault("10M")
        Duration fiveWithin();

        /** Ratings of a place within a minute. */
        @WithDefault("60")
        int placePerMinute();

        /** When service begins, business time. */
        @WithDefault("08:00")
        LocalTime serviceFrom();

        /** Whether there is service on rest days too. */
        @WithDefault("false")
        boolean serviceOnRestDays();

        /** When service ends, business time. */
        @WithDefault("18:30")
        LocalTime serviceTo();
    }

    /** Keys of codes, boxes and receipts. */
    interface Keys {

        /**
         * With what a new key signs codes: HMAC_SHA256, or HMAC_SM3 where 国密 is asked for. Codes that are out keep the
         * algorithm of their key; a rotation after a change makes the first key of the other kind.
         */
        @WithDefault("HMAC_SHA256")
        MacAlgorithm codeAlgorithm();

        /**
         * The file with the key-encryption keys: a line for each, {@code <id> <Base64 of 32 bytes>}, the last one in use.
         * It lies outside the database and its backups. Without it no rating is taken.
         */
        Optional<Path> file();
    }

    /** When ratings are mixed into leaves. */
    interface Leaf {

        /**
         * Seed of the draw that holds one pool in four back. Unset: a key of this service. It is only ever set in tests,
         * because who knows it can tell a hold by the draw from a hold by levels.
         */
        Optional<String> drawSeed();

        /** Raters that a leaf needs (k), at least 3; twice as many without an independent feed. */
        @WithDefault("5")
        int k();
    }

    /** The city office's own work. */
    interface Office {

        /** Working days that the city office gives itself for an order of its own (自办单). */
        @WithDefault("5")
        int orderDays();

        /** Working days within which every rating is in a leaf; a poor one that is not becomes the city office's order. */
        @WithDefault("20")
        int promisedDays();
    }

    /** The register of places. */
    interface Places {

        /** Working days without a report after which a device in use is listed as silent. */
        @WithDefault("3")
        int deviceSilentAfter();
    }

    /** The rater's side. */
    interface Rating {

        /** Where raters reach this service; the start of every address in a QR code. */
        @WithDefault("${mingjing.web.evaluation}")
        String baseUrl();
    }
}
