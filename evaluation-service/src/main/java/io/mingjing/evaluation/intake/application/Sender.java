package io.mingjing.evaluation.intake.application;

import org.jspecify.annotations.Nullable;

/**
 * What a request shows of who sends it. It is looked at while a rating is taken in and kept nowhere.
 *
 * @param nonce what the sender keeps to get the same receipt again
 * @param kiosk on a kiosk the place code of the device, empty where it has none; null everywhere else
 * @param mobile whether the browser says that it runs on a phone
 * @param address where the connection comes from
 * @param trapped whether a field was filled that people do not see
 */
public record Sender(String nonce, @Nullable String kiosk, boolean mobile, String address, boolean trapped) {

    @Override
    public String toString() {
        return "Sender[]";
    }
}
