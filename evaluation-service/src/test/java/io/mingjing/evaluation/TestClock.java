package io.mingjing.evaluation;

import io.mingjing.kernel.time.SettableBusinessClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** The business clock of this service's tests: today, until a test sets it. */
@Mock
@ApplicationScoped
public class TestClock extends SettableBusinessClock {}
