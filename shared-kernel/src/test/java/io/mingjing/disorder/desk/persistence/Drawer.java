package io.mingjing.disorder.desk.persistence;

import io.mingjing.disorder.desk.application.Filing;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** In disorder: a store that knows a use case, injects a field and begins transactions. */
@Transactional
public class Drawer {
    @Inject
    Filing filing;

    @Transactional
    public void file() {
        filing.file();
    }
}
