package io.mingjing.disorder.desk.domain;

import io.mingjing.disorder.desk.persistence.Drawer;
import java.time.Instant;

/** In disorder: the domain knows a store and reads the clock itself. */
public class Clerk {
    public Drawer drawer = new Drawer();

    public Instant began() {
        return Instant.now();
    }
}
