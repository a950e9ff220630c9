package org.tocsin.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two organisations of the test class that runs now. They are its own: no other class sees, counts or limits what happens in them.
 * They are registered when they are first named.
 */
public enum TestOrganisation {
    A("org-a", "National Time Service, Demo"),
    B("org-b", "Metro Power Grid, Demo");

    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();
    private static final String REGISTER = "insert into organisation (id, name) values (?, ?) on conflict do nothing";

    /** What the demo calls its own. */
    final String inTheDemo;
    /** Its name for people; the same for every class. */
    public final String title;

    TestOrganisation(String inTheDemo, String title) {
        this.inTheDemo = inTheDemo;
        this.title = title;
    }

    public String id() {
        String id = inTheDemo + "-" + RunningClass.word();
        if (REGISTERED.add(id)) {
            Rows.change(REGISTER, id, title);
        }
        return id;
    }
}
