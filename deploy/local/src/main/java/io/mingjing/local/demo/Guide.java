package io.mingjing.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the tour says, and where it invites to look. At a terminal it waits for Enter before it goes on. */
final class Guide {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int stations;

    /** A new stop of the tour. */
    void station(String title) {
        if (stations > 0) {
            pause();
        }
        stations++;
        out.printf("%n%d. %s%n", stations, title);
    }

    void say(String line) {
        out.println("   " + line);
    }

    /**
     * Something to see in a browser meanwhile.
     *
     * @param person who to sign in as; empty where no sign-in is needed
     */
    void look(String what, URI where, String person) {
        out.printf("   → look: %s%n     %s%s%n", what, where, person.isEmpty() ? "" : " as " + person);
    }

    /** The last stop: everything is stopped after it. */
    void end() {
        pause();
        out.printf("%nThat was the tour; its system is being stopped. 导览结束%n");
    }

    private void pause() {
        if (System.console() != null && System.console().isTerminal()) {
            System.console().readLine("   [Enter]");
        }
    }
}
