package io.mingjing.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a city may set for its rectification. Limits of clocks and ladders are policy rows, not configuration. */
@ConfigMapping(prefix = "mingjing.task")
public interface TaskConfig {

    /** Whether 前 in a plan's time limit includes the day where the plan does not say (R-055, silent). */
    @WithDefault("true")
    boolean beforeIncludesDay();
}
